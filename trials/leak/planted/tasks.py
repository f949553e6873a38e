"""Way 23: a task that is told the words."""

from celery import shared_task


@shared_task
def told(words):
    """Does nothing with them: the message alone is the leak."""
