"""Product 46: the drain by command, and by the worker."""

import pytest
from django.core import mail
from django.core.management import call_command

from mail.models import OutgoingMail
from mail.tasks import send_outbox
from mail.tests.conftest import written
from mentoring.lib.registry.hooks import JOBS

pytestmark = pytest.mark.django_db


def test_the_command_sends_and_says_how_many(capsys):
    written(2)

    call_command("send_outbox")
    call_command("send_outbox")

    assert capsys.readouterr().out == "2 mails sent.\n0 mails sent.\n"
    assert len(mail.outbox) == 2


def test_the_task_is_a_door_to_the_same_drain():
    [outgoing] = written()

    send_outbox()
    send_outbox()

    assert [message.to for message in mail.outbox] == [[outgoing.address]]
    assert OutgoingMail.objects.waiting().count() == 0


def test_the_worker_is_woken_on_a_schedule():
    tasks = [entry["task"] for entry in JOBS.schedule().values()]

    assert send_outbox.name in tasks


def test_a_mail_becomes_one_file_however_often_it_is_sent(settings, tmp_path):
    folder = tmp_path / "mail"
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "mentoring.lib.mailfiles.Backend", folder
    written(2)

    call_command("send_outbox")
    OutgoingMail.objects.update(sent_at=None)

    assert len(list(folder.glob("*.eml"))) == 2
    assert len(list(folder.iterdir())) == 2
