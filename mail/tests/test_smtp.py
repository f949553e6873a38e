"""Product 46, over a real line: one connection for many mails; a bad moment of the server costs little."""

import smtplib
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written
from testing import smtp_servers
from testing.smtp_sink import sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def over_smtp(settings):
    """`over_smtp(port)`: mails go there."""

    def use(port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 0.5

    return use


@contextmanager
def speaking(talk):
    """A port where each caller is handed to `talk(connection, number of the call)`."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def answer():
            while True:
                try:
                    connection, _address = door.accept()
                except OSError:
                    return
                calls.append(connection)
                threading.Thread(target=talk, args=(connection, len(calls)), daemon=True).start()

        threading.Thread(target=answer, daemon=True).start()
        yield door.getsockname()[1], calls
        door.shutdown(socket.SHUT_RDWR)


def test_all_letters_of_a_drain_share_one_line(over_smtp, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    opened = []
    backend = "django.core.mail.backends.smtp.EmailBackend.connection_class"
    written(5)
    with sink() as (port, taken):
        over_smtp(port)

        def count(*args, **kwargs):
            opened.append(1)
            return smtplib.SMTP(*args, **kwargs)

        monkeypatch.setattr(backend, property(lambda _self: count))

        assert outbox.drain() == 5
    assert (len(taken), len(opened)) == (5, 1)


def test_a_server_that_never_answers_holds_nobody_for_long(over_smtp):
    """P19: half open. One wait for all, and all come back."""
    written(10)
    began = time.monotonic()
    with speaking(lambda _connection, _number: None) as (port, calls):
        over_smtp(port)

        assert outbox.drain() == 0
    assert time.monotonic() - began < 3
    assert len(calls) == 1
    assert OutgoingMail.objects.waiting().filter(claim=None, due_at__gt=timezone.now()).count() == 10


def test_a_server_that_falls_silent_in_the_middle_is_left_alone(over_smtp):
    def greet(connection, _number):
        connection.sendall(b"220 sink\r\n")

    written(10)
    with speaking(greet) as (port, calls):
        over_smtp(port)

        assert outbox.drain() == 0
    assert len(calls) <= 2
    assert OutgoingMail.objects.waiting().filter(claim=None).count() == 10


def test_one_letter_the_server_chokes_on_stops_nobody_else(server):
    """The line breaks at the second; the others go out on a new one."""
    written(5)
    server.plan += [None, smtplib.SMTPServerDisconnected("gone"), None, None, None]

    assert outbox.drain() == 4
    assert OutgoingMail.objects.waiting().get().last_error == "SMTPServerDisconnected"


def test_a_server_without_the_encryption_we_ask_for_gets_no_letter_and_loses_none(server, monkeypatch):
    def refuse(_self):
        raise smtplib.SMTPNotSupportedError("STARTTLS extension not supported by server.")

    monkeypatch.setattr(smtp_servers.Server, "open", refuse)
    written(3)

    assert outbox.drain() == 0
    troubles = OutgoingMail.objects.waiting().exclude(text="").values_list("last_error", flat=True)
    assert list(troubles) == ["SMTPNotSupportedError"] * 3
