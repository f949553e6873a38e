"""Offering times for one talk each, and taking a free one back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib import walltime
from mentoring.lib.registry.hooks import why_nothing_new
from open_hours import rules
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus
from open_hours.models.talk import with_spaces
from open_hours.services.locking import Conflict, lock_people

A_MINUTE = timedelta(minutes=1)
TAKES_TIME = (TalkStatus.OPEN, TalkStatus.RESERVED, TalkStatus.BOOKED)


class CannotOffer(Conflict):
    """These times cannot be offered now. `at` is the one that is wrong (aware), if it is one of them."""

    def __init__(self, words, at=None):
        super().__init__(words)
        self.at = at


@transaction.atomic
def offer_times(mentor, *, slots, means, minutes, focuses, place):
    """Offer a talk at each of these wall times: [(local_time, zone, fold)]. All of them, or none: CannotOffer.

    A double click offers nothing twice. Returns the talks.
    """
    if not lock_people(mentor) or not rules.may_offer(mentor):
        raise CannotOffer(_("Only mentors who are on the list can offer times."))
    if why := why_nothing_new(mentor):
        raise CannotOffer(why)
    starts = [walltime.instant_of_calendar(at, zone, fold=fold) for at, zone, fold in slots]
    if again := _just_offered(mentor, starts, minutes):
        return again
    _check_number(mentor, starts)
    talks = []
    for start in sorted(starts):
        talk = Talk(mentor=mentor, means=means, focuses=with_spaces(focuses), place=place)
        talk.last_from(start, minutes)
        _check_time(talk)
        talk.save()
        talks.append(talk)
    return talks


def _just_offered(mentor, starts, minutes):
    """The same times, made within the last minute; or nothing."""
    fresh = Talk.objects.filter(mentor=mentor, made_at__gt=timezone.now() - A_MINUTE, minutes=minutes)
    same = list(fresh.dates().filter(status=TalkStatus.OPEN, starts_at__in=starts))
    return same if len(same) == len(set(starts)) else []


def _check_number(mentor, starts):
    mine = Talk.objects.filter(mentor=mentor, status=TalkStatus.OPEN, day=None).ahead()
    if mine.count() + len(starts) > rules.MOST_OPEN:
        words = _("You can offer up to %(n)d times at once. Withdraw some, or wait until they’re booked.")
        raise CannotOffer(words % {"n": rules.MOST_OPEN})


def _check_time(talk):
    """Neither too soon nor too late, and not while another talk of theirs goes on."""
    now = timezone.now()
    if talk.starts_at < now + rules.AHEAD_AT_LEAST:
        raise CannotOffer(_("Choose a later time, at least an hour from now."), talk.starts_at)
    if talk.starts_at > now + rules.AHEAD_AT_MOST:
        raise CannotOffer(_("Choose an earlier date, within the next 90 days."), talk.starts_at)
    if is_busy(talk.mentor, talk.starts_at, talk.ends_at):
        words = _(
            "Choose another time. This one overlaps with another time you offer, or a talk you’ve booked."
        )
        raise CannotOffer(words, talk.starts_at)


def is_busy(mentor, start, end):
    """Whether this mentor offers a time in the span from `start` to `end`, or has booked one of somebody else."""
    offered = Talk.objects.filter(mentor=mentor, status__in=TAKES_TIME).meeting_in(start, end)
    booked = Booking.objects.filter(mentee=mentor, status=BookingStatus.BOOKED)
    return offered.exists() or booked.filter(talk__starts_at__lt=end, talk__ends_at__gt=start).exists()


@transaction.atomic
def withdraw_talk(talk):
    """Take back a time that nobody has booked. Conflict if somebody has, meanwhile."""
    rows = Talk.objects.filter(pk=talk.pk, status=TalkStatus.OPEN)
    if rows.update(status=TalkStatus.WITHDRAWN) != 1:
        raise Conflict(_("This time has changed since you opened the page."))
