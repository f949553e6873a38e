"""The clock set back, for the defaults of models, too."""

from datetime import UTC, datetime, time, timedelta
from unittest.mock import patch

from django.utils import timezone


def ago(days, hour=10):
    """As if it were so many days before today, at this hour (UTC)."""
    moment = datetime.combine(timezone.now().date() - timedelta(days=days), time(hour), tzinfo=UTC)
    return patch("django.utils.timezone.datetime", type("Then", (datetime,), {"now": lambda tz=None: moment}))
