"""What pages of open hours read: free times, what a member has booked or offers, what calendars show."""

from datetime import datetime, time, timedelta
from itertools import groupby

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.registry.hooks import HeldTime, TakenPart
from mentoring.lib.rows import if_any
from mentoring.lib.vault.rows import read_keys
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus, TalkWait, WaitStatus
from open_hours.models.booking import ANSWER_DAYS

FEED_BACK, FEED_MOST = timedelta(days=90), 500
OTHERS_SHOWN = 5
SHOWN_IN_CALENDARS = (BookingStatus.BOOKED, BookingStatus.HELD, BookingStatus.MISSED)


def by_day(talks):
    """[(day in the reader's zone, [talk])], in the order they come."""
    return [
        (day, list(found))
        for day, found in groupby(talks, key=lambda talk: timezone.localtime(talk.starts_at).date())
    ]


def other_times(talk, member, *, focus=""):
    """The next free times of the same mentor; and of others, for the same subject where one is known."""
    free = Talk.objects.free_for(member)
    same, others = free.filter(mentor=talk.mentor_id), free.exclude(mentor=talk.mentor_id)
    if subjects := [focus] if focus else talk.subjects:
        fits = Q(focuses="")
        for slug in subjects:
            fits |= Q(focuses__contains=f" {slug} ")
        others = others.filter(fits)
    return list(same[:OTHERS_SHOWN]), list(others[:OTHERS_SHOWN])


def booking_of(talk, member):
    """The newest booking of a time that this member is one of the two in, or None.

    One that its booker cancelled is theirs to see no more than the mentor's: the time is free again.
    """
    rows = Booking.objects.visible_to(member).filter(talk=talk)
    freed = Q(status=BookingStatus.CANCELLED) & ~Q(talk__status=TalkStatus.WITHDRAWN)
    return rows.exclude(freed).order_by("-booked_at", "-pk").first()


def booked_ahead(member):
    """What this member has booked and what was booked with them, not over yet, the next one first."""
    rows = if_any(Booking.objects.of_member(member).live(), Booking.objects.visible_to, member)
    return rows.order_by("talk__starts_at", "pk")


def has_booked(member):
    """Whether this member has booked a talk, or has ever had one booked with them: no longer new here."""
    return Booking.objects.of_member(member).exists()


def booked_before(member):
    """What is over or was cancelled, the newest first."""
    rows = Booking.objects.visible_to(member)
    ahead = Q(status=BookingStatus.BOOKED, talk__ends_at__gt=timezone.now())
    return rows.exclude(ahead).order_by("-talk__starts_at", "-pk")


def free_times_of(mentor):
    """What this mentor offers and nobody has booked."""
    free = (TalkStatus.OPEN, TalkStatus.RESERVED)
    return Talk.objects.filter(mentor=mentor, status__in=free).ahead().dates().select_related("day")


def to_answer(member):
    """Talks that are over, about which this member has not said anything yet; not across a block."""
    since = timezone.now() - timedelta(days=ANSWER_DAYS)
    unsaid = Q(mentor=member, mentor_goes_on=None) | Q(mentee=member, mentee_goes_on=None)
    open_still = (BookingStatus.BOOKED, BookingStatus.HELD)
    rows = Booking.objects.filter(unsaid, status__in=open_still, mentorship=None)
    rows = rows.filter(talk__ends_at__lte=timezone.now(), talk__ends_at__gt=since)
    return if_any(rows, _not_apart, member).order_by("talk__starts_at", "pk")


def _not_apart(member):
    return Booking.objects.visible_to(member).filter(apart=False)


def kept_times(member):
    """Times that are kept for this member from a waiting list."""
    rows = TalkWait.objects.filter(member=member, status=WaitStatus.OFFERED, until__gt=timezone.now())
    return if_any(rows, _with_talk)


def _with_talk():
    return TalkWait.objects.select_related("talk__mentor").defer("talk__place")


def of_feed(member, *, with_places):
    """What stands in the calendar of a member: of the last three months and to come; `with_places` the keys, too."""
    rows = Booking.objects.of_member(member).filter(status__in=SHOWN_IN_CALENDARS)
    rows = rows.filter(talk__starts_at__gte=timezone.now() - FEED_BACK).order_by("talk__starts_at")
    rows = if_any(rows[:FEED_MOST], Booking.objects.visible_to, member)
    found = list(rows.select_related("where").order_by("talk__starts_at"))
    if with_places:
        read_keys(found)
    return found


def held(member):
    """The talks of a member that took place, the newest first."""
    rows = Booking.objects.visible_to(member).filter(status=BookingStatus.HELD)
    return rows.order_by("-talk__starts_at", "-pk")


def _with_other(booking, member):
    return _("Open-hours talk with %(name)s") % {"name": booking.partner_of(member).name}


def taken_parts(member):
    """Each talk that took place, for a certificate."""
    for booking in held(member):
        day = timezone.localtime(booking.talk.starts_at).date()
        role = "mentor" if booking.mentor_id == member.pk else "mentee"
        key, words = f"talk-{booking.code}", _with_other(booking, member)
        yield TakenPart(key, role, "talk", ((day, day),), words)


def held_times(member, since):
    """The talks that a member has had since a day, for their own record of hours."""
    start = timezone.make_aware(datetime.combine(since, time.min))
    for booking in held(member).filter(talk__starts_at__gte=start):
        day = timezone.localtime(booking.talk.starts_at).date()
        yield HeldTime(f"talk-{booking.code}", day, booking.talk.minutes, _with_other(booking, member))
