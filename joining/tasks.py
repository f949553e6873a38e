"""The worker's door to files of members."""

from celery import shared_task

from joining import importing


@shared_task
def import_members():
    """Whatever a coordinator has uploaded, or has decided to take over."""
    importing.work_on_imports()
