"""Product 46: a process that was killed or overtaken loses no mail and sends none differently."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written
from mail.tests.outbox_mails import make_due

LEASE = settings.OUTBOX_LEASE
pytestmark = pytest.mark.django_db


def test_a_claim_whose_process_was_killed_comes_back_after_its_lease(server):
    """P17."""
    [mail] = written()
    now = timezone.now()
    assert [outgoing.pk for outgoing in OutgoingMail.objects.claim(at=now, limit=10)] == [mail.pk]

    assert not OutgoingMail.objects.claim(at=now + LEASE - timedelta(seconds=1), limit=10)
    assert [outgoing.pk for outgoing in OutgoingMail.objects.claim(at=now + LEASE, limit=10)] == [mail.pk]


def test_killed_after_sending_it_repeats_the_same_bytes(server, monkeypatch):
    """Product 46: a repeat only after a crash, with the same Message-ID."""
    written()
    with monkeypatch.context() as killed:
        killed.setattr(outbox, "_mine", lambda mail: OutgoingMail.objects.none())  # never marked
        outbox.drain(batches=1)
    make_due()

    assert outbox.drain() == 1
    assert len(server.sent) == 2
    assert server.sent[0] == server.sent[1]


def test_who_was_overtaken_marks_nothing(server):
    """A claim that ran out and was taken by another is the other's to mark."""
    [mail] = written()
    now = timezone.now()
    [mine] = OutgoingMail.objects.claim(at=now, limit=1)
    [theirs] = OutgoingMail.objects.claim(at=now + LEASE, limit=1)

    assert not outbox._mine(mine).exists()
    assert outbox._mine(theirs).exists()
