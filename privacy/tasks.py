"""A door for the worker: what is due is a question to the database."""

from celery import shared_task

from privacy import jobs


@shared_task
def keep_schedule():
    """Close what is due, remove what nobody needs, tell what has to be told."""
    jobs.run()
