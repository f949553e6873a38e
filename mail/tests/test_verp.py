"""A mail that comes back after it was taken stops mail to its address, and nothing else does."""

from email import message_from_bytes
from tempfile import TemporaryDirectory

import pytest
from django.db import connection
from django.urls import reverse

from mail import tasks
from mail.incoming import inbox, suppression_list, verp
from mail.models import Undeliverable
from mail.outgoing import outbox
from mail.tests.conftest import written
from testing import imap_server, smtp_servers
from testing.delivery_reports import SERVERS, report
from testing.logins import as_login, make
from testing.mime_parts import missing

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ADDRESS = "amina@test.example"
SECRET = "only-for-tests-" * 3


def test_each_letter_leaves_from_an_address_of_its_own_that_no_reader_sees(mail, back, settings):
    written(email="ben@test.example")
    outbox.drain()

    assert back.startswith(f"bounces+{mail.pk}-") and back.endswith("@mentoring.example")
    assert len(back.partition("@")[0]) <= 64 and smtp_servers.senders[1] != back
    [_mark, raw] = smtp_servers.sent[0]
    assert message_from_bytes(raw)["From"] == settings.DEFAULT_FROM_EMAIL
    assert b"bounces+" not in raw


def test_without_such_an_address_all_leave_from_the_same(server, settings):
    settings.BOUNCE_ADDRESS, settings.DEFAULT_FROM_EMAIL = "", "Mentors <m@mentoring.example>"
    written()
    outbox.drain()

    assert smtp_servers.senders == ["m@mentoring.example"]
    assert message_from_bytes(smtp_servers.sent[0][1])["From"] == "Mentors <m@mentoring.example>"
    with pytest.raises(inbox.NotOurs):
        inbox.take_in(report("m+1-0@mentoring.example"))


@pytest.mark.parametrize("server_name", SERVERS)
def test_a_letter_lost_for_good_stops_mail_to_its_address(server_name, mail, back):
    assert inbox.take_in(report(back.upper(), server=server_name)) is True

    found = Undeliverable.objects.get()
    assert (found.address, found.code) == (ADDRESS, "DSN 5.1.1")
    assert suppression_list.is_suppressed("Amina@Test.example")


def test_whom_the_report_names_does_not_matter(back):
    """Forwarded on the way, it is lost at an address that we never wrote to."""
    inbox.take_in(report(back, address="somebody.else@home.example"))

    assert Undeliverable.objects.get().address == ADDRESS


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("delayed", "4.4.1"),
        ("failed", "4.4.7"),
        ("failed", "5.2.2"),
        ("failed", "5.7.1"),
        ("failed", "5.3.4"),
        ("delivered", "2.1.5"),
        ("relayed", "5.1.1"),
        ("failed", "x"),
        ("failed", ""),
    ],
)
def test_what_is_no_fault_of_the_address_is_not_held_against_it(action, status, back):
    assert inbox.take_in(report(back, action=action, status=status)) is False
    assert not Undeliverable.objects.exists()


def test_it_is_read_from_the_mailbox_beside_the_answers_of_calendars(back, settings):
    """From Dovecot, by the worker's task; what nobody expects is left aside, and is not asked about again."""
    if not imap_server.dovecot():
        missing("Dovecot", imap_server.BRINGS)
    with TemporaryDirectory(prefix="imap") as at, imap_server.mailbox(at) as box:
        settings.MAIL_INBOX = box.settings
        box.put(report(back))
        box.put(b"Subject: Lunch?\r\n\r\nAt twelve.\r\n")
        tasks.read_inbox()

        assert Undeliverable.objects.get().address == ADDRESS
        assert box.unread() == 0


def posted(client, raw, secret=SECRET):
    return client.post(
        reverse("mail_in"), raw, content_type="message/rfc822", headers={"Authorization": f"Bearer {secret}"}
    )


def test_a_mail_server_may_post_it_with_the_secret(back, client, settings):
    settings.MAIL_IN_SECRET = SECRET
    assert posted(client, report(back), secret="wrong").status_code == 404
    assert not Undeliverable.objects.exists()

    assert posted(client, report(back)).json() == {"taken": True}
    assert Undeliverable.objects.exists()
    lunch = posted(client, b"Subject: Lunch?\r\n\r\nAt twelve.\r\n")
    assert lunch.status_code == 200 and lunch.json()["taken"] is False and "no report" in lunch.json()["why"]
    assert "twelve" not in lunch.content.decode()


def test_where_no_secret_is_set_there_is_no_such_door(back, client, settings):
    settings.MAIL_IN_SECRET = ""
    assert posted(client, report(back), secret="").status_code == 404


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_worker_and_the_member_site_may_take_it_in(back):
    """P8, the other way round."""
    make()
    for login in ("worker", "member"):
        with as_login(login):
            assert inbox.take_in(report(back)) is True
        Undeliverable.objects.all().delete()


def test_the_mark_is_of_the_key(mail, settings):
    was = verp.return_address(mail)
    settings.MAIL_KEY = "another-key-" * 5

    assert verp.return_address(mail) != was
