"""The milestones of a programme in the order of their days, and as events for calendars."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from mentoring.lib.calendar.event import Event
from mentoring.lib.links import member_link
from mentoring.lib.separators import colon

LAST = datetime.max.replace(tzinfo=UTC)


def in_order(programme):
    """Those that hold, the earliest first; what has no day comes last."""
    return sorted(programme.milestones.held(), key=_order)


def _order(milestone):
    if milestone.starts_at:
        return milestone.starts_at, milestone.pk
    if milestone.due_on:
        return datetime.combine(milestone.due_on, time.max, tzinfo=UTC), milestone.pk
    return LAST, milestone.pk


def as_event(milestone, *, with_place):
    """An event for a calendar, or None for what has no day. A day without a time is an hour of the reader's morning."""
    if milestone.day is None:
        return None
    starts = milestone.starts_at or _morning_of(milestone.due_on)
    ends = milestone.ends_at or starts + timedelta(hours=1)
    return Event(
        uid=milestone.code,
        sequence=milestone.sequence,
        starts=starts,
        ends=ends,
        summary=f"{milestone.programme.name}{colon()} {milestone.title}",
        description=milestone.text,
        url=member_link("programme_detail", milestone.programme.code),
        location=milestone.place if with_place else "",
        cancelled=milestone.called_off,
    )


def _morning_of(day):
    return datetime.combine(day, time(9), tzinfo=timezone.get_current_timezone())
