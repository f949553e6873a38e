"""How the worker's sweeps go, for whoever watches."""

from django.utils import timezone

from mentoring.lib import jobs
from mentoring.lib.registry.metrics import Metric


def sweep_metrics():
    """Ages in seconds. A worker that has never been seen has none: an alert on absence finds that."""
    now = timezone.now()
    began, finished = jobs.last_sweep()
    if began:
        yield Metric("sweep_began_seconds", "Since the last sweep began.", (now - began).total_seconds())
    if finished:
        yield Metric(
            "sweep_finished_seconds", "Since a sweep last came to its end.", (now - finished).total_seconds()
        )
    yield Metric("sweep_failures", "Rows that failed at the last sweep.", jobs.last_failures())
