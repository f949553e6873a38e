"""What the staff site shows of a server's refusals, and how an operator has mails tried again."""

import smtplib
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mail.models import OutgoingMail, Undeliverable
from mail.outgoing import outbox
from mail.outgoing.outbox_status import outbox_status
from mail.tests.conftest import written
from mail.tests.refusals import at_domains, drained

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_the_staff_site_shows_it_until_a_mail_is_taken(server, client, coordinator, staff_site):
    at_domains("one.example", "two.example")
    client.force_login(coordinator)
    drained(server, *[(554, b"5.7.1 Relay access denied")] * 2)
    page = client.get("/admin/").content.decode()

    assert "SMTP 554 5.7.1" in page and "one.example" not in page
    drained(server)
    assert "SMTP 554 5.7.1" not in client.get("/admin/").content.decode()


def test_an_operator_tries_all_again_at_once(server, capsys):
    for n in range(3):
        Undeliverable.objects.create(address=f"a{n}@test.example", code="SMTP 550")
    written(2)
    drained(server, (550, b"no"), (550, b"no"))
    call_command("try_again")

    assert "3 addresses" in capsys.readouterr().out
    assert not Undeliverable.objects.exists()
    assert outbox.drain() == 2


def test_an_operator_tries_those_of_one_code_again(capsys):
    for n, code in enumerate(("SMTP 550", "SMTP 550 5.1.1")):
        Undeliverable.objects.create(address=f"a{n}@test.example", code=code)
    call_command("try_again", code="SMTP 550")

    assert Undeliverable.objects.get().code == "SMTP 550 5.1.1"


def test_the_staff_site_shows_what_a_server_that_is_away_keeps_waiting(
    server, client, coordinator, staff_site
):
    """Also where the sender is refused before any recipient is named."""
    written(3)
    OutgoingMail.objects.update(written_at=timezone.now() - timedelta(hours=1))
    server.plan += [smtplib.SMTPSenderRefused(550, b"5.1.8 not you", "m@mentoring.example")] * 3
    outbox.drain()
    client.force_login(coordinator)

    assert outbox_status().retried == 3
    assert "waiting for another attempt: 3." in client.get("/admin/").content.decode()
    assert OutgoingMail.objects.waiting().count() == 3
