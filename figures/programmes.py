"""How many people take part in a programme, roughly: counted once a week, rounded with the key of the figures."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from figures.key import WrongKey, check_key
from figures.rounding import People, Rounding
from mentoring.lib.jobs import run_each
from mentorships.models.mentorship import OPEN
from programmes.models import Counted, Enrolment, Pairing, Part, Programme, ProgrammeCount

logger = logging.getLogger("mentoring.figures")
A_WEEK = timedelta(days=7)


def count_programmes(now):
    """Those that are not over and were not counted for a week. How many. Nothing without the key of before."""
    today = now.date()
    fresh = ProgrammeCount.objects.filter(counted_on__gt=today - A_WEEK).values("programme")
    due = Programme.objects.not_over(today).exclude(pk__in=fresh)
    if not settings.FIGURES_KEY or not due.exists():  # the key is the worker's alone
        return 0
    try:
        rounding = Rounding(check_key())
    except WrongKey as error:
        logger.error("%s", error)
        return 0
    return run_each(due, lambda programme: _count(programme, rounding, today))


@transaction.atomic
def _count(programme, rounding, today):
    for what, members in _groups(programme).items():
        number = rounding.publish(People(set(members)))
        ProgrammeCount.objects.update_or_create(
            programme=programme, what=what, defaults={"number": number, "counted_on": today}
        )
    return True


def _groups(programme):
    rows = Enrolment.objects.filter(programme=programme)
    pairs = Pairing.objects.filter(programme=programme, mentorship__status__in=OPEN)
    return {
        Counted.MENTORS: rows.enrolled(Part.MENTOR).values_list("member", flat=True),
        Counted.MENTEES: rows.enrolled(Part.MENTEE).values_list("member", flat=True),
        Counted.WAITING: rows.waiting().values_list("member", flat=True),
        Counted.PAIRED: pairs.values_list("mentorship__mentee", flat=True),
    }
