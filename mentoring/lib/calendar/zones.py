"""A VTIMEZONE from the zone database: "the last Sunday in March" where the clocks keep to a rule, else dates.

By hand: icalendar 7.3 writes dates only, which Outlook does not read, and puts summer time an hour late.
Outlook reads one yearly rule for each of STANDARD and DAYLIGHT, by the weekday, and nothing else.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDDDLists, vRecur

YEARS = 5
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
LONG_AGO = datetime(1970, 1, 1)  # where others let their rules begin
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PLACES = (-1, 1, 2, 3, 4)  # of a weekday in its month


@lru_cache(maxsize=256)
def vtimezone(zone, first, last):
    """The component for a zone (IANA name), right from the year `first` to five years after `last`. Shared."""
    component = Timezone()
    component.add("tzid", zone)
    for part in _parts(zone, first, last + YEARS):
        component.add_component(_observance(*part))
    return component


def _observance(daylight, name, before, after, begins, rule=""):
    part = (TimezoneDaylight if daylight else TimezoneStandard)()
    part.add("dtstart", begins[0])
    if rule:
        part["rrule"] = vRecur.from_ical(rule)
    elif begins[1:]:
        part["rdate"] = vDDDLists(list(begins[1:]))
    part.add("tzname", name)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    return part


def _parts(zone, first, end):
    """(daylight, name, offset before, offset after, beginnings as naive local times, rule) for each kind."""
    start = datetime(first, 1, 1, tzinfo=UTC)
    kinds = {}
    for at in changes(zone, start, start.replace(year=end)):
        kind, begins = _change(at, zone)
        kinds.setdefault(kind, []).append(begins)
    ruled = [(*kind, *found) for kind, begins in kinds.items() if (found := _rule(begins, end - first))]
    if kinds and len(ruled) == len(kinds):
        return ruled
    dated = [(*kind, begins) for kind, begins in kinds.items()]
    return [_at_first(start.astimezone(ZoneInfo(zone))), *dated]


def _change(at, zone):
    """What kind of change it is, and what clocks showed as it came. Forward is DAYLIGHT, whatever its name."""
    before, now = _offset(at - MINUTE, zone), at.astimezone(ZoneInfo(zone))
    kind = (now.utcoffset() > before, now.tzname(), before, now.utcoffset())
    return kind, (at + before).replace(tzinfo=None)


def _at_first(now):
    """What holds before the first change; always, where clocks never change."""
    return (now.dst() > timedelta(), now.tzname(), now.utcoffset(), now.utcoffset(), [LONG_AGO])


def _rule(begins, years):
    """([first beginning], rule) if there is one each year, by one rule; None if there is not."""
    if len(begins) != years:
        return None
    month, day = begins[0].month, DAYS[begins[0].weekday()]
    for place in PLACES:
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY={place}{day}"
        each = rrulestr(rule, dtstart=datetime.combine(LONG_AGO, begins[0].time()))
        if each.between(begins[0], begins[-1], inc=True) == begins:
            return [each[0]], rule
    return None


def changes(zone, start, end):
    """Every instant (aware, UTC, to the minute) between the two at which the clocks of a zone change."""
    at = start
    while at < end:
        if _offset(at, zone) != _offset(at + DAY, zone):
            yield _narrowed(at, at + DAY, zone)
        at += DAY


def _narrowed(low, high, zone):
    while high - low > MINUTE:
        middle = low + ((high - low) / 2 // MINUTE or 1) * MINUTE
        low, high = (middle, high) if _offset(middle, zone) == _offset(low, zone) else (low, middle)
    return high


def _offset(at, zone):
    return at.astimezone(ZoneInfo(zone)).utcoffset()
