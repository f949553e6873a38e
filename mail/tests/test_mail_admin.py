"""The lists of mail on the staff site: states to filter by, codes in words, addresses written to again."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from mail.bounce_codes import code_in_words
from mail.models import OutgoingMail, Undeliverable
from mail.tests.conftest import written
from testing.pages import main_text

pytestmark = pytest.mark.django_db
MAILS = "/admin/mail/outgoingmail/"
ADDRESSES = "/admin/mail/undeliverable/"


@pytest.fixture
def office(coordinator, client, staff_site):
    client.force_login(coordinator)
    return client


def test_mails_are_filtered_by_state(office):
    waiting, sent, dead = written(3)
    OutgoingMail.objects.filter(pk=sent.pk).update(sent_at=timezone.now())
    OutgoingMail.objects.filter(pk=dead.pk).update(
        dead_at=timezone.now(), last_error="SMTP 550 5.1.1", failed_address=dead.address
    )

    for state, mail in (("waiting", waiting), ("sent", sent), ("given-up", dead)):
        rows = office.get(MAILS, {"state": state}).context["cl"].result_list
        assert [undeliverable.pk for undeliverable in rows] == [mail.pk]
    assert "There is no such mailbox." in main_text(office.get(MAILS, {"state": "given-up"}))


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SMTP 550 5.1.1", "no such mailbox"),
        ("DSN 5.1.2", "no mail server of this name"),
        ("SMTP 552 5.2.2", "full"),
        ("DSN 5.2.1", "switched off"),
        ("SMTP 554 5.7.1", "does not accept email from us"),
        ("DSN 5.4.4", "could not be reached"),
        ("SMTP 550", "was refused"),
        ("SMTP 451 4.7.1", "try later"),
        ("SMTP 421", "try later"),
        ("TimeoutError", "could not be reached"),
    ],
)
def test_codes_are_said_in_words(code, words):
    assert words in code_in_words(code)


def test_no_code_no_words():
    assert code_in_words("") == ""


def test_an_address_is_written_to_again_and_that_is_logged(office, coordinator):
    undeliverable = Undeliverable.objects.create(address="gone@test.example", code="SMTP 550 5.1.1")
    assert "There is no such mailbox." in main_text(office.get(ADDRESSES))
    page = office.post(
        ADDRESSES, {"action": "try_again", "_selected_action": [undeliverable.pk]}, follow=True
    )

    assert "we email these addresses again" in main_text(page)
    assert not Undeliverable.objects.exists()
    assert LogEntry.objects.get().user == coordinator


def test_lists_are_headed_by_what_they_list(office):
    assert "<h1>Bouncing addresses</h1>" in office.get(ADDRESSES).content.decode()
    assert "<h1>Emails</h1>" in office.get(MAILS).content.decode()
