"""The worker's door to the figures."""

from celery import shared_task
from celery.signals import worker_ready
from django.db import connection

from figures import publish
from figures.key import warn_of_wrong_key


@shared_task
def publish_figures():
    """The figures of the month that is over, if they are not there."""
    publish.publish_due()


@worker_ready.connect
def look_at_the_key(**_signal):
    """At the start: a key that is not the one of before is told at once, not at the end of the month."""
    warn_of_wrong_key()
    connection.close()
