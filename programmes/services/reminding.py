"""One reminder of the nearest milestone of a pair, a week ahead."""

from datetime import timedelta

from django.db import IntegrityError, transaction

from mentoring.lib.jobs import run_each
from mentorships.models import MentorshipStatus
from programmes import notifications
from programmes.models import Milestone, MilestoneReminder, Tick
from programmes.services.ending import open_pairings

AHEAD = timedelta(days=7)


def remind_of_milestones(now):
    """Each pair that goes on, of the next thing it has not done. How many."""
    near = {}
    for milestone in _coming(now):
        near.setdefault(milestone.programme_id, []).append(milestone)
    pairs = list(open_pairings().filter(programme__in=near, mentorship__status=MentorshipStatus.ACTIVE))
    done = set(Tick.objects.filter(pairing__in=pairs).values_list("pairing", "milestone"))
    told = set(MilestoneReminder.objects.filter(pairing__in=pairs).values_list("pairing", "milestone"))
    turns = [
        (pairing, milestone)
        for pairing in pairs
        if (milestone := _first_open(near[pairing.programme_id], pairing, done))
        and (pairing.pk, milestone.pk) not in told
    ]
    return run_each(turns, _remind, passing=IntegrityError)


def _coming(now):
    """Those of the next seven days, the nearest first."""
    rows = Milestone.objects.held()
    timed = rows.filter(starts_at__gt=now, starts_at__lte=now + AHEAD)
    dated = rows.filter(starts_at=None, due_on__gt=now.date(), due_on__lte=(now + AHEAD).date())
    return sorted([*timed, *dated], key=lambda one: one.starts_at.date() if one.starts_at else one.due_on)


def _first_open(milestones, pairing, done):
    return next((one for one in milestones if (pairing.pk, one.pk) not in done), None)


@transaction.atomic
def _remind(turn):
    pairing, milestone = turn
    MilestoneReminder.objects.create(pairing=pairing, milestone=milestone)
    for to in pairing.mentorship.people.values():
        notifications.milestone_ahead(milestone, pairing, to=to)
    return True
