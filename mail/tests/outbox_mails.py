"""Mails in the outbox, due or refused."""

import smtplib
from datetime import timedelta

from django.utils import timezone

from mail.models import OutgoingMail


def make_due():
    OutgoingMail.objects.waiting().update(due_at=timezone.now() - timedelta(seconds=1))


def refused(code, text=b"no"):
    return smtplib.SMTPRecipientsRefused({"a@b.example": (code, text)})
