"""Product 46: never lost, never twice; one bad mail or a bad server stops nobody else."""

import smtplib
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written

LEASE = settings.OUTBOX_LEASE
pytestmark = pytest.mark.django_db


def make_due():
    OutgoingMail.objects.waiting().update(due_at=timezone.now() - timedelta(seconds=1))


def refused(code, text=b"no"):
    return smtplib.SMTPRecipientsRefused({"a@b.example": (code, text)})


def test_what_is_due_goes_out_once(server):
    written(3)

    assert outbox.drain() == 3
    assert outbox.drain() == 0
    assert len({number for number, _mail in server.sent}) == len(server.sent) == 3


def test_more_than_a_batch_goes_out_in_one_drain(server, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    written(5)

    assert outbox.drain() == 5


def test_its_words_are_erased_once_it_is_sent(server):
    """P17: no word is kept longer than it is needed."""
    [mail] = written()
    outbox.drain()

    mail.refresh_from_db()
    assert (mail.subject, mail.text, mail.html) == ("", "", "")
    assert mail.sent_at
    assert b"Hello Amina" in server.sent[0][1]


@pytest.mark.parametrize(
    "trouble",
    [
        refused(450),
        refused(550),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPDataError(554, b"never"),
        smtplib.SMTPServerDisconnected("gone"),
        smtplib.SMTPSenderRefused(550, b"not you", "mentoring@demo.example"),
        TimeoutError("slow"),
        ConnectionResetError("gone"),
        OSError(28, "No space left on device"),
        ValueError("cannot be built"),
    ],
    ids=repr,
)
def test_what_may_pass_is_tried_again_later(trouble, server):
    [mail] = written()
    server.plan.append(trouble)

    assert outbox.drain() == 0
    mail.refresh_from_db()
    assert mail.due_at > timezone.now() + timedelta(seconds=60)
    assert mail.text and not mail.dead_at and mail.last_error

    make_due()
    assert outbox.drain() == 1
    mail.refresh_from_db()
    assert (mail.last_error, mail.attempts) == ("", 2)


@pytest.mark.parametrize(
    "trouble", [refused(550, b"5.1.1 who?"), smtplib.SMTPDataError(550, b"5.1.1 who?")], ids=repr
)
def test_a_letter_refused_for_good_is_given_up_without_its_words(trouble, server):
    [mail] = written()
    server.plan.append(trouble)

    outbox.drain()
    make_due()

    assert outbox.drain() == 0
    mail.refresh_from_db()
    assert mail.dead_at
    assert mail.last_error.startswith("SMTP 55")
    assert (mail.subject, mail.text, mail.html) == ("", "", "")


def test_after_three_days_a_letter_is_given_up(server):
    [mail] = written()
    OutgoingMail.objects.update(written_at=timezone.now() - timedelta(days=3, minutes=1))
    server.plan.append(refused(450))

    outbox.drain()

    mail.refresh_from_db()
    assert mail.dead_at and not mail.text


def test_one_bad_letter_stops_nobody_else(server):
    written(5)
    server.plan += [None, refused(550, b"5.1.1 who?"), None, ValueError("odd"), None]

    assert outbox.drain() == 3
    assert OutgoingMail.objects.exclude(dead_at=None).count() == 1
    assert OutgoingMail.objects.waiting().count() == 1


@pytest.mark.parametrize("backend", ["Closed", "Locked"])
def test_a_server_that_will_not_have_us_loses_no_letter(backend, server, settings):
    settings.EMAIL_BACKEND = f"testing.smtp_servers.{backend}"
    written(3)

    assert outbox.drain() == 0
    assert OutgoingMail.objects.waiting().exclude(text="").count() == 3

    settings.EMAIL_BACKEND = "testing.smtp_servers.Server"
    make_due()
    assert outbox.drain() == 3


def test_each_failure_waits_longer_than_the_one_before(server):
    [mail] = written()
    waits = []
    for _ in range(5):
        server.plan.append(refused(450))
        make_due()
        outbox.drain()
        mail.refresh_from_db()
        waits.append(mail.due_at - timezone.now())

    assert all(later > 1.2 * sooner for sooner, later in zip(waits, waits[1:], strict=False))
    assert waits[-1] < timedelta(hours=8)


def test_a_claim_whose_process_was_killed_comes_back_after_its_lease(server):
    """P17."""
    [mail] = written()
    now = timezone.now()
    assert [row.pk for row in OutgoingMail.objects.claim(at=now, limit=10)] == [mail.pk]

    assert not OutgoingMail.objects.claim(at=now + LEASE - timedelta(seconds=1), limit=10)
    assert [row.pk for row in OutgoingMail.objects.claim(at=now + LEASE, limit=10)] == [mail.pk]


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


def test_no_address_and_no_word_is_logged(server, caplog):
    """P33."""
    [mail] = written()
    server.plan.append(refused(550))

    outbox.drain()

    assert f"Mail {mail.pk} was not sent: SMTP 550" in caplog.text
    assert mail.address not in caplog.text
    assert "Amina" not in caplog.text
