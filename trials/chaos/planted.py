"""Faults to be caught: each takes one of the promises away. Only `trials.chaos.settings` leads here."""

import uuid
from datetime import timedelta


def endless_lease():
    """What a killed process had claimed never comes back."""
    from mail.outgoing import lease

    lease.LEASE = timedelta(days=3650)


def no_claim():
    """Everybody sends whatever is due."""
    from mail.models import OutgoingMailQuerySet

    OutgoingMailQuerySet.claim = lambda rows, *, at, limit: rows.waiting().filter(due_at__lte=at)[:limit]


def new_number():
    """Each try of a letter has a Message-ID of its own."""
    from mail.outgoing import message

    message.message_id = lambda _letter: f"<{uuid.uuid4()}@chaos.example>"


def one_stops_all():
    """The first letter that fails ends the pass, and nobody notes it."""
    from mail.outgoing import outbox

    def give_up(_letter, error):
        raise error

    outbox._put_back = give_up


def always_awake():
    """Reminders are sent at any hour."""
    from mail.outgoing import digest
    from reminders.services import remind

    digest.is_awake = remind.is_awake = lambda _zone, _now: True


def forgets_who_was_told():
    """A check-in is due again on each day of a quiet stretch."""
    from reminders.services import checkins

    checkins._told_last = lambda _pairs: {}


FAULTS = {
    fault.__name__: fault
    for fault in (endless_lease, no_claim, new_number, one_stops_all, always_awake, forgets_who_was_told)
} | {"only_published": lambda: None}  # no rows: see trials.chaos.published
