"""Working time: which meetings fall into it, and how much of what was granted is planned and used."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from meetings.listing import not_resting, of_member
from meetings.models import MeetingStatus
from mentoring.lib.durations import hours_and_minutes


def time_sentence(member):
    """Whether the member has said when they work."""
    return bool(member.work_days and member.work_from and member.work_to)


def at_work(member, at):
    """Whether an instant falls into the member's working hours, by the clock on their own wall."""
    if not time_sentence(member):
        return False
    local = at.astimezone(ZoneInfo(member.time_zone))
    return local.weekday() in member.work_days and member.work_from <= local.time() < member.work_to


@dataclass(frozen=True)
class Month:
    """The account of one month, in minutes. `granted` is None where the employer grants nothing known."""

    first: date
    granted: int | None
    used: int  # held, in working hours
    planned: int  # agreed and to come, in working hours
    outside: int  # held or planned, outside of them
    meetings: list

    @property
    def left(self):
        """What of the granted time is neither used nor planned; never below zero."""
        return None if self.granted is None else max(self.granted - self.used - self.planned, 0)


def month_of(member, year, month):
    """The account of a member for one month of their own calendar."""
    first = date(year, month, 1)
    rows = not_resting(of_member(member)).filter(
        status__in=(MeetingStatus.AGREED, MeetingStatus.HELD), starts_at__range=span(member, first)
    )
    meetings = [
        (meeting, not time_sentence(member) or at_work(member, meeting.starts_at)) for meeting in rows
    ]
    sums = {True: 0, False: 0, None: 0}
    for meeting, counts in meetings:
        if meeting.status == MeetingStatus.HELD or not meeting.over:
            sums[meeting.status == MeetingStatus.HELD if counts else None] += meeting.minutes
    granted = member.hours_per_month
    return Month(first, granted and granted * 60, sums[True], sums[False], sums[None], meetings)


def span(member, first):
    """From the first instant of a month to the last before the next, on the member's wall."""
    zone = ZoneInfo(member.time_zone)
    after = (first + timedelta(days=31)).replace(day=1)
    start, end = (datetime(day.year, day.month, 1, tzinfo=zone) for day in (first, after))
    return start, end - timedelta(microseconds=1)


def hours(minutes):
    """`1 h 30 min` out of minutes; None for None."""
    return None if minutes is None else hours_and_minutes(minutes)
