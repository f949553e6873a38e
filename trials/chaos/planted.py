"""Faults to be caught: each takes one of the promises away. Only `trials.chaos.settings` leads here."""

import uuid
from datetime import timedelta

from trials.harness.plants import plant


def endless_lease():
    """What a killed process had claimed never comes back."""
    from django.conf import settings

    plant(settings, "OUTBOX_LEASE", timedelta(days=3650))


def no_claim():
    """Everybody sends whatever is due."""
    from mail.models import OutgoingMailQuerySet

    plant(
        OutgoingMailQuerySet,
        "claim",
        lambda mails, *, at, limit: mails.waiting().filter(due_at__lte=at)[:limit],
    )


def new_number():
    """Each try of a mail has a Message-ID of its own."""
    from mail.outgoing import message

    plant(message, "message_id", lambda _mail: f"<{uuid.uuid4()}@chaos.example>")


def one_stops_all():
    """The first mail that fails ends the pass, and nobody notes it."""
    from mail.outgoing import outbox

    def give_up(*_args, **_more):
        raise RuntimeError

    plant(outbox, "_put_back", give_up)
    plant(outbox, "_settle", give_up)


def believes_each_refusal():
    """What one address is answered is held against it, whatever the others are answered."""
    from mail import refusals

    plant(refusals, "_is_servers", lambda _key, _now: False)


def always_awake():
    """Reminders are sent at any hour."""
    from mail.outgoing import digest
    from reminders.services import remind

    for module in (digest, remind):
        plant(module, "is_awake", lambda _zone, _now: True)


def forgets_who_was_told():
    """A check-in is due again on each day of a quiet stretch."""
    from reminders.services import checkins

    plant(checkins, "_told_last", lambda _pairs: {})


FAULTS = {
    fault.__name__: fault
    for fault in (
        endless_lease,
        no_claim,
        new_number,
        one_stops_all,
        believes_each_refusal,
        always_awake,
        forgets_who_was_told,
    )
} | {"only_published": lambda: None}  # no rows: see trials.chaos.published
