"""Product 46: a refused mail is tried again, waits longer each time, and is given up without its words."""

import smtplib
from datetime import timedelta

import pytest
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written
from mail.tests.outbox_mails import make_due, refused

pytestmark = pytest.mark.django_db


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
