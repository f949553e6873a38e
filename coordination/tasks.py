"""The worker's door to the staff site's own jobs."""

from celery import shared_task
from django.utils import timezone

from coordination.roles import giving


@shared_task
def give_roles():
    """What two coordinators have agreed on."""
    giving.give_agreed_roles(timezone.now())
