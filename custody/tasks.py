"""A door for the worker: what is due is a question to the database."""

from celery import shared_task

from custody import schedule


@shared_task
def keep_schedule():
    """Close what is due, remove what nobody needs, tell what has to be told."""
    schedule.run()
