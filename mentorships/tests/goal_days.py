"""Days of goals and steps."""

from datetime import timedelta

from django.utils import timezone


def day(days):
    return timezone.localdate() + timedelta(days=days)
