"""The worker's door to the reminders."""

from celery import shared_task

from reminders.services import sweep


@shared_task
def remind():
    """Whatever is due by now."""
    sweep.run()
