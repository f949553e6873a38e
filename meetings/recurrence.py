"""Rhythms in the words of people and in the rules of RFC 5545; and the dates that follow from them."""

import re
from datetime import datetime, time, timedelta

from dateutil.rrule import rrulestr
from django.utils import dates
from django.utils.translation import gettext_lazy

from mentoring.lib import walltime

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
AHEAD = timedelta(days=400)  # meetings stand in the pages this far in advance
# pattern: (the rule, what it is called, how it is said with a day of the week)
PATTERNS = {
    "weekly": ("FREQ=WEEKLY;BYDAY={day}", gettext_lazy("Every week"), gettext_lazy("every week on %(day)s")),
    "2-weeks": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        gettext_lazy("Every two weeks"),
        gettext_lazy("every two weeks on %(day)s"),
    ),
    "3-weeks": (
        "FREQ=WEEKLY;INTERVAL=3;BYDAY={day}",
        gettext_lazy("Every three weeks"),
        gettext_lazy("every three weeks on %(day)s"),
    ),
    "4-weeks": (
        "FREQ=WEEKLY;INTERVAL=4;BYDAY={day}",
        gettext_lazy("Every four weeks"),
        gettext_lazy("every four weeks on %(day)s"),
    ),
    "6-weeks": (
        "FREQ=WEEKLY;INTERVAL=6;BYDAY={day}",
        gettext_lazy("Every six weeks"),
        gettext_lazy("every six weeks on %(day)s"),
    ),
    "8-weeks": (
        "FREQ=WEEKLY;INTERVAL=8;BYDAY={day}",
        gettext_lazy("Every eight weeks"),
        gettext_lazy("every eight weeks on %(day)s"),
    ),
    "first": (
        "FREQ=MONTHLY;BYDAY=1{day}",
        gettext_lazy("The first one of each month"),
        gettext_lazy("the first %(day)s of each month"),
    ),
    "second": (
        "FREQ=MONTHLY;BYDAY=2{day}",
        gettext_lazy("The second one of each month"),
        gettext_lazy("the second %(day)s of each month"),
    ),
    "third": (
        "FREQ=MONTHLY;BYDAY=3{day}",
        gettext_lazy("The third one of each month"),
        gettext_lazy("the third %(day)s of each month"),
    ),
    "fourth": (
        "FREQ=MONTHLY;BYDAY=4{day}",
        gettext_lazy("The fourth one of each month"),
        gettext_lazy("the fourth %(day)s of each month"),
    ),
    "last": (
        "FREQ=MONTHLY;BYDAY=-1{day}",
        gettext_lazy("The last one of each month"),
        gettext_lazy("the last %(day)s of each month"),
    ),
    "2-months": (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1{day}",
        gettext_lazy("The first one of every second month"),
        gettext_lazy("the first %(day)s of every second month"),
    ),
    "3-months": (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=1{day}",
        gettext_lazy("The first one of every third month"),
        gettext_lazy("the first %(day)s of every third month"),
    ),
}
WEEKDAYS = {day: dates.WEEKDAYS[number] for number, day in enumerate(DAYS)}


def rule_of(pattern, day):
    """The RFC 5545 rule of a pattern ("first") and a day ("TU")."""
    return PATTERNS[pattern][0].format(day=day)


def parts_of(rule):
    """(pattern, day) of a rule that `rule_of` made."""
    day = rule[-2:]
    return next(name for name, (made, *_said) in PATTERNS.items() if made.format(day=day) == rule), day


def rhythm_in_words(rhythm):
    """`every two weeks on Tuesday`; the time and the zone are said by the page."""
    pattern, day = parts_of(rhythm.rule)
    return PATTERNS[pattern][2] % {"day": WEEKDAYS[day]}


def local_times(rhythm, *, since=None, until):
    """The wall times (naive) of a rhythm from one day to another, both included; never past its end."""
    first = max(rhythm.starts_on, since or rhythm.starts_on)
    last = min(filter(None, (rhythm.ends_on, until)))
    rule = rrulestr(rhythm.rule, dtstart=datetime.combine(rhythm.starts_on, rhythm.at))
    return rule.between(datetime.combine(first, time.min), datetime.combine(last, time.max), inc=True)


def first_on(rule, day):
    """The first date of a rule on or after a day: a rhythm begins there, whatever its interval."""
    each = re.sub(r"INTERVAL=\d+;", "", rule)
    return next(iter(rrulestr(each, dtstart=datetime.combine(day, time.min)))).date()


def unclear(rhythm):
    """The wall times within a year that clocks skip or show twice, as a list; mostly empty."""
    year = local_times(rhythm, until=rhythm.starts_on + AHEAD)
    return [local_time for local_time in year if len(walltime.instants(local_time, rhythm.zone)) != 1]


def away(local_time, zone, member):
    """Whether a member is away at a wall time in another's zone: by the month on their own wall."""
    return member.away_at(walltime.instant_of_calendar(local_time, zone))
