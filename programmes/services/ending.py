"""The end of a programme and of its pairs, and what goes before it. By the worker: late, twice or side by side."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.lib.jobs import run_each
from mentorships.models import MentorshipStatus
from mentorships.models.mentorship import OPEN
from mentorships.services.life import MentorshipMoveNotAllowed, end
from programmes import levels, notifications
from programmes.models import Enrolment, EnrolmentState, Pairing, Programme, VisiblePair
from programmes.services.joining import promote
from programmes.services.locking import hold_programme

WARN_BEFORE = timedelta(days=14)


def follow_last_days(now):
    """Open pairs end when their programme does, also if coordinators have moved its last day meanwhile. How many."""
    moved = [pairing for pairing in open_pairings() if pairing.last_day_now() != pairing.ends_on]
    return run_each(moved, _move_end)


@transaction.atomic
def _move_end(pairing):
    """Whoever was told of the other day is told of this one, too."""
    rows = Pairing.objects.filter(pk=pairing.pk, ended_at=None)
    return rows.update(ends_on=pairing.last_day_now(), warned_at=None) == 1


def end_pairs(now):
    """End the pairs whose last day is past, and tell both. How many."""
    late = open_pairings().filter(ends_on__lt=now.date())
    return run_each(late, _end_pair, passing=MentorshipMoveNotAllowed)


def open_pairings():
    """Pairs of programmes whose mentorship goes on."""
    rows = Pairing.objects.filter(ended_at=None, mentorship__status__in=OPEN).order_by("pk")
    return rows.select_related("programme", "mentorship__mentor", "mentorship__mentee")


@transaction.atomic
def _end_pair(pairing):
    end(pairing.mentorship, by=None)
    mark_ended(pairing)
    for to in pairing.mentorship.people.values():
        notifications.pair_over(pairing, to=to)
    return True


def mark_ended(pairing):
    """What coordinators see of a pair says that it has ended, too."""
    pair, at = pairing.mentorship, pairing.mentorship.ended_at or timezone.now()
    Pairing.objects.filter(pk=pairing.pk, ended_at=None).update(ended_at=at)
    seen = VisiblePair.objects.filter(programme=pairing.programme_id, began_at=pairing.began_at)
    seen.filter(mentor=pair.mentor_id, mentee=pair.mentee_id).update(ended_at=at)


def note_ended_pairs(now):
    """Pairs that ended by themselves: by one of the two, a block, a closed account. How many."""
    over = Pairing.objects.filter(ended_at=None, mentorship__status=MentorshipStatus.ENDED)
    return run_each(over.select_related("mentorship"), lambda pairing: mark_ended(pairing) or True)


def warn_of_ends(now):
    """Two weeks before, once. How many."""
    soon = open_pairings().filter(warned_at=None, ends_on__lte=(now + WARN_BEFORE).date())
    return run_each(soon.filter(ends_on__gte=now.date()), lambda pairing: _warn(pairing, now))


@transaction.atomic
def _warn(pairing, now):
    if Pairing.objects.filter(pk=pairing.pk, warned_at=None).update(warned_at=now) != 1:
        return False
    for to in pairing.mentorship.people.values():
        notifications.ends_soon(pairing, to=to)
    return True


def close_programmes(now):
    """On the day after the last: everybody who took part is thanked, and nobody waits any more. How many."""
    over = Programme.objects.past(now.date()).filter(closed_at=None)
    return run_each(over, lambda programme: _close(programme, now))


@transaction.atomic
def _close(programme, now):
    held = hold_programme(programme)
    if Programme.objects.filter(pk=held.pk, closed_at=None).update(closed_at=now) != 1:
        return False
    rows = list(Enrolment.objects.open().filter(programme=held).select_related("member", "programme"))
    for enrolment in rows:
        waited, mine = enrolment.waits, Enrolment.objects.open().filter(pk=enrolment.pk)
        to = EnrolmentState.LEFT if waited else EnrolmentState.OVER
        if mine.update(state=to, ended_at=now) and not waited:
            notifications.over(enrolment)
        if waited:
            levels.hide_member(held.pk, enrolment.member_id)
    return True


def fill_places(now):
    """Whoever waits for a place that a coordinator has added. How many programmes."""
    waited_for = Enrolment.objects.waiting().values("programme")
    rows = Programme.objects.not_over(now.date()).filter(pk__in=waited_for)
    return run_each(rows, _fill)


@transaction.atomic
def _fill(programme):
    return promote(hold_programme(programme))
