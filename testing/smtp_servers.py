"""Mail servers that behave badly, as classes for `settings.EMAIL_BACKEND`."""

import smtplib

from django.core.mail.backends.base import BaseEmailBackend

sent = []  # every message that was taken: (Message-ID, bytes)
senders = []  # the address that each of them left from (of its envelope, not what a reader sees)
plan = []  # what to raise for the next messages; None takes one


class Server(BaseEmailBackend):
    """Takes what the plan lets it take."""

    def send_messages(self, email_messages):
        for message in email_messages:
            trouble = plan.pop(0) if plan else None
            if trouble:
                raise trouble
            mail = message.message()
            sent.append((mail["Message-ID"], mail.as_bytes()))
            senders.append(message.from_email)
        return len(email_messages)


class Closed(Server):
    """Nobody answers at the door."""

    def open(self):
        raise ConnectionRefusedError(111, "Connection refused")


class Locked(Server):
    """The password of the programme itself is wrong."""

    def open(self):
        raise smtplib.SMTPAuthenticationError(535, b"5.7.8 Bad credentials")


def forget():
    """A new day."""
    sent.clear()
    senders.clear()
    plan.clear()
