"""Open hours of the demonstration: a mentor with free times, booked ones and one that is over; and a day of them."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from demo import texts
from open_hours.models import TalkDay
from open_hours.services import afterwards, booking, days, offering
from profiles.models import Member

ROOM = "https://rooms.demo.example/open-hours"
FREE_IN_DAYS = (2, 5, 6, 9)
TABLES = {
    "mentor": (1, 0, 5, ["confidence"]),
    "latoya-frierson": (2, 0, 2, []),
    "gareth-pemberton-lyle": (2, 3, 5, []),
}


def write(mentee, mentor, *, ago):
    """`ago(days)` is a clock that is set back. The mentee has booked a time of somebody else's."""
    visitor, other = _member("latoya-frierson"), _member("gareth-pemberton-lyle")
    with ago(27):
        [talk] = _offer(mentor, 6)
        over = booking.book(talk, by=visitor, focus="confidence", about=texts.TALK_OVER)
    with ago(20):
        for by in (visitor, mentor):
            afterwards.answer(over, by=by, happened=True, goes_on=False)
    with ago(1):
        free = _offer(mentor, *(1 + days for days in FREE_IN_DAYS), focuses=["confidence", "specific-skill"])
        booking.book(free[0], by=visitor, focus="confidence", about=texts.TALK_BOOKED)
        [theirs] = _offer(other, 5)
        booking.book(theirs, by=mentee, focus="specific-skill", about=texts.TALK_OF_MENTEE)
    _day()


def _member(name):
    return Member.objects.get(email=f"{name}@demo.example")


def _offer(mentor, *in_days, focuses=()):
    """A time at four in the afternoon, on the mentor's wall, in so many days."""
    today = timezone.now().date()
    slots = [
        (datetime.combine(today + timedelta(days=days), time(16)), mentor.time_zone, False)
        for days in in_days
    ]
    return offering.offer_times(
        mentor, slots=slots, means="video", minutes=30, focuses=list(focuses), place=ROOM
    )


def _day():
    """A conference in a month, with some tables taken."""
    day = TalkDay.objects.create(
        name="Open hours at the spring meeting",
        on=timezone.now().date() + timedelta(days=30),
        zone="Europe/Lisbon",
        place="Estuary Library, reading room 2",
        starts=time(14),
        ends=time(16),
        minutes=20,
        tables=4,
        text=texts.TALK_DAY,
    )
    for name, (table, first, last, focuses) in TABLES.items():
        days.take_table(day, _member(name), table=table, first=first, last=last, focuses=focuses)
