"""Telling the year day by day: what people do, what the programme does by itself, and the figures of each month."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from conduct.services import IsClosed
from demo.year import answers, care, joining
from demo.year.shortcuts import mails_as_sent
from figures import publish
from matching.services import REFUSALS, CannotAsk
from meetings.services import follow_up
from mentoring.lib.vault.cipher import CannotSeal
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.services import MentorshipMoveNotAllowed
from mentorships.services.locking import Conflict
from privacy import jobs
from profiles.models import MentorProfile
from reminders.services import sweep

# {day of six: hour (UTC) of its sweep}: late, as a sweep may be, and in waking hours of every place on earth.
SWEEPS = {0: 15, 2: 15, 4: 3}
FILLED_ON = 4  # regular meetings are made months ahead
# Somebody else was quicker, or the mentor is full, paused, suspended: as on the pages, nothing happens then.
PASSING = (CannotAsk, CannotSeal, Conflict, IsClosed, MentorshipMoveNotAllowed, *REFUSALS)


class StepFailed(Exception):
    """A step of the programme's own work failed: the year is not told on."""


def tell(programme, *, say=print):
    """The whole year, in the transaction of the caller. `say` is given a line for each month."""
    seen = set()
    with programme.clock.running(), mails_as_sent(), programme.listings.waiting():
        joining.plan(programme)
        care.plan(programme)
        while programme.clock.now < programme.end:
            _day(programme, seen)
            if programme.clock.now.day == 1 or programme.clock.now >= programme.end:
                _month_is_over(programme, say)
        care.propose(programme)
        programme.listings.make_anew()


def _day(programme, seen):
    """From midnight to midnight (UTC)."""
    midnight = programme.clock.now
    of_six = midnight.toordinal() % 6
    if of_six in SWEEPS:
        morning = midnight.replace(hour=SWEEPS[of_six])
        _people_act(programme, until=morning)
        _programme_acts(programme, seen, fill=of_six == FILLED_ON)
    _people_act(programme, until=midnight + timedelta(days=1))


def _people_act(programme, *, until):
    for at, step, args in programme.agenda.due(until):
        programme.clock.now = at
        try:
            step(*args)
        except PASSING:
            continue
    programme.clock.now = until


def _programme_acts(programme, seen, *, fill):
    """What the worker does by itself, and whatever people will answer to it."""
    now = programme.clock.now
    done = {**follow_up.after_pairs(), **(follow_up.with_time() if fill else {}), **sweep.run(now)}
    if None in done.values():
        raise StepFailed(", ".join(str(what) for what, count in done.items() if count is None))
    answers.plan_answers(programme, now - timedelta(seconds=1))
    answers.plan_pulse(programme, seen)


def _month_is_over(programme, say):
    """The figures, retention, a line; and statistics, since PostgreSQL makes its own only after the transaction."""
    now = timezone.now()
    if now.day == 1:
        publish.publish_due(now)
    jobs.run()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    month, there = now - timedelta(days=1), programme.some_members()
    mentors = MentorProfile.objects.listed().filter(member__in=there)
    going = Mentorship.objects.filter(mentor__in=there, status__in=OPEN)
    say(
        f"{month:%Y-%m}  {there.count():5} members  {mentors.count():4} mentors on the list"
        f"  {going.count():4} mentorships"
    )
