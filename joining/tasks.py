"""The worker's door to files of members, and to what the membership system tells."""

from celery import shared_task

from joining import importing
from joining.webhook import applying


@shared_task
def import_members():
    """Whatever a coordinator has uploaded, or has decided to take over."""
    importing.work_on_imports()


@shared_task
def apply_events():
    """Whatever the membership system has told."""
    applying.work_on_events()
