"""Which time zones share working hours with one's own."""

import zoneinfo
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from django.utils import timezone

WORKING_DAY = timedelta(hours=8)
WORTH_IT = timedelta(hours=3)
DAY = timedelta(hours=24)


def overlapping_zones(zone):
    """The names of the time zones whose working day shares three hours or more with `zone`, today."""
    return _overlapping(zone, timezone.now().date())


@lru_cache(maxsize=512)
def _overlapping(zone, day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    mine = noon.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()
    return frozenset(name for name, offset in _offsets(noon) if _overlaps(offset - mine))


def _overlaps(apart):
    apart = abs(apart)
    return WORKING_DAY - min(apart, DAY - apart) >= WORTH_IT


@lru_cache(maxsize=2)
def _offsets(noon):
    names = zoneinfo.available_timezones()
    return [(name, noon.astimezone(zoneinfo.ZoneInfo(name)).utcoffset()) for name in names]
