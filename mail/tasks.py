"""The worker's doors to what goes out by mail, and to what comes in."""

from celery import shared_task
from django.conf import settings

from mail.incoming import imap
from mail.outgoing import outbox


@shared_task
def send_outbox():
    """Send what is due. The queue is only a wake-up: the rows are the truth."""
    outbox.drain()


@shared_task
def read_inbox():
    """Take in mails that came back, and answers of calendars."""
    if settings.MAIL_INBOX:
        imap.read_inbox()
