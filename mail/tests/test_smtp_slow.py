"""Product 46, over a real line: a slow server costs nobody a second copy, and stops nobody else."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written

LEASE = settings.OUTBOX_LEASE
pytestmark = pytest.mark.django_db


def test_a_slow_server_costs_nobody_a_second_copy(server):
    """P20: the lease is taken anew while the batch is still on its way."""
    written(3)
    first, *others = OutgoingMail.objects.claim(at=timezone.now(), limit=9)
    OutgoingMail.objects.update(due_at=timezone.now() + LEASE / 2)  # half of it is over
    lease = outbox._Lease([first, *others])
    lease.renewed -= LEASE / 2

    assert lease.holds(first)
    assert not OutgoingMail.objects.claim(at=timezone.now() + LEASE * 0.9, limit=9)


def test_what_was_overtaken_is_not_sent(server, monkeypatch):
    """A process that slept through its lease sends nothing that another may have sent."""
    written(3)
    claimed = list(OutgoingMail.objects.claim(at=timezone.now(), limit=9))
    lease = outbox._Lease(claimed)
    lease.renewed -= LEASE
    later = timezone.now() + LEASE + timedelta(seconds=1)
    theirs = list(OutgoingMail.objects.claim(at=later, limit=1))

    assert [lease.holds(mail) for mail in claimed] == [mail not in theirs for mail in claimed]


def test_a_letter_nobody_can_be_asked_about_stops_nobody_else(server, monkeypatch):
    odd, *others = written(4)

    def asked(mails):
        if odd in mails:
            raise ValueError("odd")
        return mails

    monkeypatch.setattr(outbox, "drop_unwanted", asked)

    assert outbox.drain() == 3
    odd.refresh_from_db()
    assert (odd.last_error, odd.sent_at, odd.claim) == ("ValueError", None, None)
