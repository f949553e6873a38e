"""Backups and the disk, for whoever watches."""

import shutil

from django.conf import settings
from django.utils import timezone

from coordination.backups import backup_state
from mentoring.lib.registry.metrics import Metric


def machine_metrics():
    """Without a reported backup there is no age of one: an alert on absence finds that."""
    succeeded_at = backup_state().succeeded_at
    if succeeded_at:
        age = (timezone.now() - succeeded_at).total_seconds()
        yield Metric("backup_seconds", "Since the last backup that was reported as made.", age)
    free = shutil.disk_usage(settings.VAR).free
    yield Metric("disk_free_bytes", "Free on the disk that holds the program's own files (VAR).", free)
