"""One month as weeks and days, with the meetings of each day on the reader's own wall."""

import calendar
from collections import defaultdict
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format

FIRST_YEAR, LAST_YEAR = 2000, 2100


def month_context(year, number, meetings, member):
    """What the page of a month shows. `meetings` is a queryset; one statement is asked of it."""
    first_day = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7  # Django counts from Sunday
    weeks = calendar.Calendar(first_day).monthdatescalendar(year, number)
    by_day = _by_day(meetings, weeks[0][0], weeks[-1][-1])
    today, first = timezone.localdate(), date(year, number, 1)
    return {
        "first": first,
        "weekdays": [(WEEKDAYS[day.weekday()], WEEKDAYS_ABBR[day.weekday()]) for day in weeks[0]],
        "weeks": [[_day(day, by_day, member, number, today) for day in week] for week in weeks],
        "before": _neighbour(first - timedelta(days=1)),
        "after": _neighbour(first + timedelta(days=32)),
        "count": sum(len(rows) for day, rows in by_day.items() if day.month == number),
        "today": today,
    }


def _by_day(meetings, first, last):
    zone = timezone.get_current_timezone()
    start = datetime.combine(first, datetime.min.time(), zone)
    end = datetime.combine(last + timedelta(days=1), datetime.min.time(), zone)
    found = defaultdict(list)
    for meeting in meetings.filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at"):
        found[timezone.localtime(meeting.starts_at).date()].append(meeting)
    return found


def _day(day, by_day, member, number, today):
    rows = [(meeting, meeting.mentorship.partner_of(member)) for meeting in by_day.get(day, ())]
    return {"day": day, "meetings": rows, "outside": day.month != number, "today": day == today}


def _neighbour(day):
    """(year, month), or None beyond what can be asked for."""
    return (day.year, day.month) if FIRST_YEAR <= day.year <= LAST_YEAR else None
