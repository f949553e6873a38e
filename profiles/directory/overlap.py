"""Which time zones share working hours with one's own."""

import zoneinfo
from datetime import datetime, timedelta
from functools import lru_cache

from django.utils import timezone


WORKING_DAY = timedelta(hours=8)
WORTH_IT = timedelta(hours=3)
DAY = timedelta(hours=24)


def zones_near(zone):
    """Names of zones whose working day shares at least three hours with the one of `zone`, today."""
    return _near(zone, timezone.now().date())


@lru_cache(maxsize=512)
def _near(zone, day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zoneinfo.ZoneInfo("UTC"))
    mine = noon.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()
    near = []
    for name in zoneinfo.available_timezones():
        apart = abs(noon.astimezone(zoneinfo.ZoneInfo(name)).utcoffset() - mine)
        if WORKING_DAY - min(apart, DAY - apart) >= WORTH_IT:
            near.append(name)
    return near
