"""A planted way to send mail: all of it in the message to the worker, and nowhere else."""

from celery import shared_task
from django.core.mail import EmailMessage


@shared_task
def send_words(address):
    """What the queue forgets is forgotten."""
    headers = {"Message-ID": f"<{address}>"}
    EmailMessage("News", "There is something to read.", to=[address], headers=headers).send()
