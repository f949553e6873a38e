"""The worker's doors to meetings."""

from celery import shared_task

from meetings.services import follow_up


@shared_task
def follow_pairs():
    """Call off what was ahead of pairs that ended or rest."""
    follow_up.after_pairs()


@shared_task
def go_on():
    """Make the next meetings of each rhythm; follow clocks that a country has changed."""
    follow_up.with_time()
