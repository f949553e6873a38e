"""Talks, as they are logged."""

from datetime import timedelta

from django.utils import timezone

from mentoring.lib import walltime

HOW = {"minutes": "45", "means": "in-person"}


def ago(member, **past):
    return walltime.format_local(walltime.to_local(timezone.now() - timedelta(**past), member.time_zone))
