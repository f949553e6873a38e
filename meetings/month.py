"""One month as weeks and days, with the meetings of each day on the reader's own wall."""

import calendar
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format

from meetings.listing import with_other
from meetings.models import MeetingStatus
from meetings.templatetags.meetings import clock

FIRST_YEAR, LAST_YEAR = 2000, 2100
SHOWN = 60  # meetings of one month; nobody has so many, and a page has an end


class Entry(NamedTuple):
    """One meeting in the cell of its day, at the reader's own time."""

    url: str
    at: str  # ISO 8601
    time: str
    name: str
    missed: bool


def month_context(year, number, meetings, pairs, member):
    """What the page of a month shows. `meetings` is a queryset, of which one statement is asked; `pairs` theirs."""
    first_day = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7  # Django counts from Sunday
    weeks = calendar.Calendar(first_day).monthdatescalendar(year, number)
    rows = list(_between(meetings, weeks[0][0], weeks[-1][-1])[: SHOWN + 1])
    by_day = _by_day(rows[:SHOWN], pairs, member)
    today, first, more = timezone.localdate(), date(year, number, 1), len(rows) > SHOWN
    last = date(year, number, calendar.monthrange(year, number)[1])
    return {
        "first": first,
        "weekdays": [(WEEKDAYS[day.weekday()], WEEKDAYS_ABBR[day.weekday()]) for day in weeks[0]],
        "weeks": [[_day(day, by_day, number, today) for day in week] for week in weeks],
        "before": _neighbour(first - timedelta(days=1)),
        "after": _neighbour(first + timedelta(days=32)),
        "count": _between(meetings, first, last).count() if more else _count(by_day, number),
        "more": more,
        "today": today,
    }


def _between(meetings, first, last):
    zone = timezone.get_current_timezone()
    start = datetime.combine(first, datetime.min.time(), zone)
    end = datetime.combine(last + timedelta(days=1), datetime.min.time(), zone)
    return meetings.filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at")


def _count(by_day, number):
    return sum(len(entries) for day, entries in by_day.items() if day.month == number)


def _by_day(meetings, pairs, member):
    found = defaultdict(list)
    for meeting, other in with_other(meetings, pairs, member):
        local = timezone.localtime(meeting.starts_at)
        url = f"{meeting.mentorship.get_absolute_url()}meetings/{meeting.code}/"
        missed = meeting.status == MeetingStatus.MISSED
        found[local.date()].append(Entry(url, local.isoformat(), clock(local), other.first_name, missed))
    return found


def _day(day, by_day, number, today):
    return {
        "day": day,
        "weekday": WEEKDAYS[day.weekday()],
        "entries": by_day.get(day, ()),
        "outside": day.month != number,
        "today": day == today,
    }


def _neighbour(day):
    """(year, month), or None beyond what can be asked for."""
    return (day.year, day.month) if FIRST_YEAR <= day.year <= LAST_YEAR else None
