"""Booking a time: one gets it, whoever else wants it at the same moment is told kindly."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.limits import is_reached
from mentoring.lib.programme import numbers
from mentoring.lib.registry.hooks import why_nothing_new
from mentorships.templatetags.private import plain
from open_hours.models import Booking, BookingStatus, Talk, TalkPlace, TalkStatus, TalkWait, WaitStatus
from open_hours.services import invitations
from open_hours.services.locking import Conflict, lock_people
from profiles.models import Member

# What one member may do to others through our mails; far above what anybody needs.
BOOKED_A_DAY, BOOKED_A_WEEK_WITH_ONE = 8, 4
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
QUICKER = _("Someone else was quicker: this time is no longer free.")


class CannotBook(Conflict):
    """The member cannot book this now. Says why, in words for them; nothing they typed is lost."""


class TalkTaken(CannotBook):
    """The time is no longer free."""


@transaction.atomic
def book(talk, *, by, focus, about):
    """Book a time for a member. TalkTaken if it is not free any more, CannotBook if a rule says no."""
    here = lock_people(talk.mentor, by)
    mine = Booking.objects.filter(talk=talk, mentee=by, status=BookingStatus.BOOKED)
    if again := recent_duplicate(mine, "booked_at", focus=focus, about=about):
        return again
    was = here and _free_status(talk, by)
    if not was:
        raise TalkTaken(str(QUICKER))
    _check_can_book(talk, by)
    _take(talk, by, was=was)
    booking = Booking(talk=talk, mentor=talk.mentor, mentee=by, focus=focus, about=about)
    booking.save()
    _copy_place(talk, booking)
    invitations.send_invitations(booking, by=by)
    return booking


def is_reserved_for(talk, member):
    """Whether it is kept for this member, from the waiting list."""
    rows = TalkWait.objects.filter(talk=talk, member=member, status=WaitStatus.OFFERED)
    return talk.status == TalkStatus.RESERVED and rows.exists()


def _free_status(talk, by):
    """Open, or reserved for this member; None for what they cannot book. Asked once the two are held."""
    now = Talk.objects.filter(pk=talk.pk).ahead().of_listed().seen_by(by).dates().first()
    free = now and (now.status == TalkStatus.OPEN or is_reserved_for(now, by))
    return now.status if free else None


def _check_can_book(talk, by):
    if talk.mentor_id == by.pk:
        raise CannotBook(_("This is a time you offer yourself."))
    if Member.objects.exclude(leaving_at=None).filter(pk=by.pk).exists():
        raise CannotBook(_("Your account is set to close. To book a talk, keep your account first."))
    if why := why_nothing_new(by):
        raise CannotBook(why)
    _check_not_too_often(talk, by)
    ahead = Booking.objects.filter(mentee=by).live()
    if ahead.filter(mentor=talk.mentor_id).exists():
        raise CannotBook(_("You’ve already booked a talk with %(name)s.") % {"name": talk.mentor.first_name})
    if ahead.count() >= numbers().talks_booked_at_once:
        words = _("You’ve already booked as many talks as you can have at once. Cancel one, or wait.")
        raise CannotBook(words)
    if _busy(by, talk).exists():
        raise CannotBook(_("You already have another talk at that time."))
    if _offered_then(by, talk).exists():
        raise CannotBook(
            _("You offer a talk yourself at that time. Withdraw that time before you book this one.")
        )


def _check_not_too_often(talk, by):
    """Booked, cancelled and booked again is a mail each time."""
    mine = Booking.objects.filter(mentee=by)
    one = mine.filter(mentor=talk.mentor_id)
    if is_reached(mine, "booked_at", most=BOOKED_A_DAY, within=A_DAY) or is_reached(
        one, "booked_at", most=BOOKED_A_WEEK_WITH_ONE, within=A_WEEK
    ):
        raise CannotBook(_("You’ve booked several talks already. Wait a few days before you book another."))


def _busy(member, talk):
    """What this member has booked, or has been booked for, while the talk goes on."""
    live = Booking.objects.live().filter(Q(mentee=member) | Q(mentor=member))
    return live.filter(talk__starts_at__lt=talk.ends_at, talk__ends_at__gt=talk.starts_at)


def _offered_then(member, talk):
    """What this member offers while the talk goes on: others may book it at any moment."""
    mine = Talk.objects.filter(mentor=member, status__in=(TalkStatus.OPEN, TalkStatus.RESERVED))
    return mine.meeting_in(talk.starts_at, talk.ends_at)


def _take(talk, by, *, was):
    """The one step that only one of several can take."""
    if Talk.objects.filter(pk=talk.pk, status=was).update(status=TalkStatus.BOOKED) != 1:
        raise TalkTaken(str(QUICKER))
    talk.status = TalkStatus.BOOKED
    if talk.day_id:
        waits = TalkWait.objects.filter(
            day=talk.day_id, member=by, status__in=(WaitStatus.WAITING, WaitStatus.OFFERED)
        )
        waits.filter(Q(talk=talk) | Q(status=WaitStatus.WAITING)).update(status=WaitStatus.TAKEN)


def _copy_place(talk, booking):
    """The mentor's words on where, sealed anew for the two. None where there are none, or they do not open."""
    if place := plain(talk, "place"):
        TalkPlace(booking=booking, author=talk.mentor, place=place, written_at=timezone.now()).save()
