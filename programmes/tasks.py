"""The worker's door."""

from celery import shared_task
from django.utils import timezone

from programmes import proposing


@shared_task
def compute_programme_proposals():
    """Names that a coordinator has asked for."""
    proposing.compute_proposals(timezone.now())
