"""Joining a programme, the waiting list, and leaving: each by a click."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mentoring.lib.limits import is_reached
from mentoring.lib.registry.hooks import why_nothing_new
from profiles.locking import lock_member
from programmes import levels, notifications, rules
from programmes.models import Enrolment, EnrolmentState, Part, VisibleEnrolment
from programmes.services.locking import CannotJoin, LevelChanged, hold_programme

JOINED_A_DAY, A_DAY = 10, timedelta(days=1)
MOST_PLACES = 20


@transaction.atomic
def join(programme, member, *, part, seen, places=1, holds_qualification=False, focus=""):
    """Take part, or wait for a place. `seen`: the level that the page named. CannotJoin says why not.

    Somebody who has joined already, by a second click, is given what they have.
    """
    if not lock_member(member, staying=True):
        raise CannotJoin(_("Your account is set to close. To join, keep your account first."))
    held = hold_programme(programme)
    if mine := rules.open_enrolment(member, held):
        return mine
    _check_can_join(held, member, part, seen)
    promote(held)
    mentor = part == Part.MENTOR
    enrolment = Enrolment.objects.create(
        programme=held,
        member=member,
        part=part,
        places=places if mentor else 0,
        holds_qualification=mentor and held.is_for_qualification and holds_qualification,
        focus="" if mentor else focus,
        sees=held.sees,
        state=EnrolmentState.ENROLLED if mentor or has_place(held) else EnrolmentState.WAITING,
    )
    levels.show_enrolment(enrolment)
    notifications.joined(enrolment, place=place_on_list(enrolment))
    return enrolment


def _check_can_join(programme, member, part, seen):
    if seen != programme.sees:
        raise LevelChanged(
            _("What coordinators see has changed since you opened this page. Please read it again below.")
        )
    if why := why_no_sign_up(programme) or why_nothing_new(member):
        raise CannotJoin(why)
    if part == Part.MENTOR and not rules.may_become_mentor(member):
        raise CannotJoin(_("To join as a mentor, put your mentor profile on the list first."))
    if is_reached(Enrolment.objects.filter(member=member), "joined_at", most=JOINED_A_DAY, within=A_DAY):
        raise CannotJoin(_("You’ve joined a lot of programmes today. Wait until tomorrow to join more."))


def why_no_sign_up(programme):
    """Why nobody can sign up today, in words; empty if one can."""
    today = timezone.localdate()
    if programme.takes_sign_ups(today):
        return ""
    if programme.published_at and today < programme.sign_up_from:
        return _("Sign-up opens on %(day)s.") % {"day": date_format(programme.sign_up_from)}
    return _("Sign-up closed on %(day)s.") % {"day": date_format(programme.sign_up_until)}


def has_place(programme):
    """Whether one more mentee can take part. The programme is held."""
    if programme.places is None:
        return True
    return programme.enrolments.enrolled(Part.MENTEE).count() < programme.places


def place_on_list(enrolment):
    """The place on the waiting list, from 1; 0 for somebody who takes part."""
    if not enrolment.waits:
        return 0
    before = list(enrolment.programme.enrolments.waiting().values_list("pk", flat=True))
    return before.index(enrolment.pk) + 1 if enrolment.pk in before else 0


def promote(programme):
    """Enrol whoever waits, the first first, as long as there are places. The programme is held. How many."""
    done = 0
    waiting = programme.enrolments.waiting().filter(member__is_active=True, member__leaving_at=None)
    for enrolment in waiting.select_related("member"):
        if programme.is_over(timezone.localdate()) or not has_place(programme):
            break
        done += _enrol(programme, enrolment)
    return done


def _enrol(programme, enrolment):
    waits = Enrolment.objects.filter(pk=enrolment.pk, state=EnrolmentState.WAITING)
    if waits.update(state=EnrolmentState.ENROLLED) != 1:
        return 0
    VisibleEnrolment.objects.filter(programme=programme, member=enrolment.member_id).update(waits=False)
    enrolment.programme, enrolment.state = programme, EnrolmentState.ENROLLED
    notifications.place_free(enrolment)
    return 1


@transaction.atomic
def leave(programme, member):
    """Leave it, or the waiting list. A mentorship goes on until one of the two ends it. False if not in it."""
    lock_member(member)
    held = hold_programme(programme)
    mine = Enrolment.objects.open().filter(programme=held, member=member)
    left = mine.update(state=EnrolmentState.LEFT, ended_at=timezone.now())
    levels.hide_member(held.pk, member.pk)
    held.proposed.filter(mentee=member).delete()
    held.proposed.filter(mentor=member).delete()
    promote(held)
    return bool(left)
