"""A member's record of hours as it is read: by year and month, with sums."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from mentoring.lib.durations import hours_and_minutes
from mentorships.models import Alone
from recognition.models import TimeEntry
from recognition.periods import month_of, next_month


@dataclass(frozen=True)
class Month:
    """The first day of a month, the minutes in it, and its entries where they were asked for."""

    first: date
    minutes: int
    entries: list = field(default_factory=list)

    @property
    def sum(self):
        """In words."""
        return hours_and_minutes(self.minutes)


def months_with_time(member):
    """Every month with an entry, the newest first. One statement."""
    rows = TimeEntry.objects.filter(member=member).order_by().annotate(month=TruncMonth("day"))
    sums = rows.values("month").annotate(sum=Sum("minutes")).order_by("-month")
    return [Month(entry["month"], entry["sum"]) for entry in sums]


def entries_between(member, first, after):
    """Entries from a day up to another, oldest first, their notes ready to be opened: two statements in all."""
    alone = Alone(member)
    entries = list(TimeEntry.objects.filter(member=member, day__gte=first, day__lt=after))
    for entry in entries:
        entry.member, entry.pair = member, alone  # one for all of them: its keys are read once
    return entries


def entries_of_month(member, first):
    """Those of one month."""
    return entries_between(member, first, next_month(first))


def year_by_month(member, year):
    """The months of a year that have entries, the first one first, each with its entries and their sum."""
    months = {}
    for entry in entries_between(member, date(year, 1, 1), date(year + 1, 1, 1)):
        months.setdefault(month_of(entry.day), []).append(entry)
    return [
        Month(first, sum(entry.minutes for entry in entries), entries) for first, entries in months.items()
    ]
