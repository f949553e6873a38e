"""The worker's door to assignment on request."""

from celery import shared_task

from matching.assignment import proposing


@shared_task
def compute_proposals():
    """Whatever a coordinator asked for."""
    proposing.compute_proposals()
