"""Servers that refuse mails, day after day."""

import smtplib
from datetime import timedelta

from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tests.conftest import written


def at_domains(*domains, **more):
    """A mail to a member at each of these domains."""
    return [written(email=f"reader{n}@{domain}", **more)[0] for n, domain in enumerate(domains)]


def on_days(monkeypatch, days):
    """Today is so many days later."""
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=days))


def refused(number, text):
    return smtplib.SMTPRecipientsRefused({"a@b.example": (number, text)})


def reached_again():
    """Waiting mails are due, whatever they wait for."""
    OutgoingMail.objects.waiting().update(due_at=timezone.now() - timedelta(seconds=1))


def drained(server, *answers):
    """With these answers in a row. How many went out."""
    server.plan[:] = [answer and refused(*answer) for answer in answers]
    reached_again()
    return outbox.drain()
