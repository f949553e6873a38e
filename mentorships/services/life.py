"""The life of a mentorship: begun, paused, resting, resumed, ended."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct.blocks import are_apart
from mentorships.models import MOVES, Mentorship, MentorshipKind, MentorshipStatus, StatusChange
from mentorships.services import places
from profiles.models import Member


class MentorshipMoveNotAllowed(Exception):
    """The mentorship has moved on in the meantime, or cannot go there."""


class AlreadyPaired(Exception):
    """The two have an open mentorship."""


class KeptApart(AlreadyPaired):
    """One of the two has blocked the other, or is leaving. Says nothing of that."""


def begin(*, mentor, mentee, focus, style, by, kind=MentorshipKind.MENTORING):
    """Open a mentorship and take the place that its kind needs (`places`), or neither.

    Raises NoRoom (profiles.services) if every place is taken, AlreadyPaired if the two have one of this kind.
    """
    two = Member.objects.filter(pk__in=[mentor.pk, mentee.pk])
    if are_apart(mentor, mentee) or two.exclude(leaving_at=None, is_active=True).exists():
        raise KeptApart(_("This mentorship cannot be started."))
    try:
        with transaction.atomic():
            mentorship = Mentorship.objects.create(
                mentor=mentor, mentee=mentee, kind=kind, focus=focus, style=style
            )
            places.take(mentorship)
            StatusChange.objects.create(mentorship=mentorship, now=MentorshipStatus.ACTIVE, by=by)
    except IntegrityError:
        raise AlreadyPaired(_("You already have a mentorship together.")) from None
    return mentorship


def pause(mentorship, *, by, until=None):
    """Stop for a while, until a day if one is known; the place stays taken."""
    return _move(mentorship, MentorshipStatus.PAUSED, by=by, paused_until=until)


@transaction.atomic
def rest(mentorship, *, by):
    """Put it to rest, and give the mentor's place back. `by` is None where nobody has answered for long."""
    held_place = mentorship.holds_place
    change = _move(mentorship, MentorshipStatus.RESTING, by=by, paused_until=None)
    if held_place:
        places.give_back(mentorship)
    return change


@transaction.atomic
def resume(mentorship, *, by):
    """Go on. One that rested takes a place again: NoRoom (profiles.services) leaves it resting."""
    held_place = mentorship.holds_place
    change = _move(mentorship, MentorshipStatus.ACTIVE, by=by, paused_until=None)
    if not held_place:
        places.take(mentorship)
    return change


@transaction.atomic
def end(mentorship, *, by):
    """End it, and give the mentor's place back. What was written stays readable for the two."""
    held_place = mentorship.holds_place
    change = _move(mentorship, MentorshipStatus.ENDED, by=by, ended_at=timezone.now())
    if held_place:
        places.give_back(mentorship)
    return change


def opened(mentorship):
    """One of the two reads what has ended: it is kept for longer, and counted once a day."""
    today = timezone.now().date()
    if mentorship.status == MentorshipStatus.ENDED and mentorship.opened_on != today:
        Mentorship.objects.filter(pk=mentorship.pk).update(opened_on=today, shred_on=None)
        mentorship.opened_on, mentorship.shred_on = today, None


@transaction.atomic
def _move(mentorship, to, *, by, **dates):
    """Take one step, once, and remember who took it. Dates only: words are kept elsewhere."""
    was = mentorship.status
    rows = Mentorship.objects.filter(pk=mentorship.pk, status=was)
    dates |= {"rest_proposed_by": None}  # what was suggested was about how it stood
    if to not in MOVES.get(was, ()) or rows.update(status=to, **dates) != 1:
        raise MentorshipMoveNotAllowed(_("This mentorship has changed since you opened the page."))
    mentorship.refresh_from_db(fields=["status", *dates])
    return StatusChange.objects.create(mentorship=mentorship, was=was, now=to, by=by)
