"""Product 46: never lost, never twice; one bad mail or a bad server stops nobody else."""

import pytest

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written
from mail.tests.outbox_mails import make_due, refused

pytestmark = pytest.mark.django_db


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


def test_no_address_and_no_word_is_logged(server, caplog):
    """P33."""
    [mail] = written()
    server.plan.append(refused(550))

    outbox.drain()

    assert f"Mail {mail.pk} was not sent: SMTP 550" in caplog.text
    assert mail.address not in caplog.text
    assert "Amina" not in caplog.text
