"""What is due by itself: one reminder, the question afterwards, and talks that cannot take place any more.

For the worker: it opens no text, and does not know who would like to go on.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mentoring.lib.jobs import run_each
from open_hours import notifications
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus, TalkWait
from open_hours.models.booking import ANSWER_DAYS
from open_hours.services import waiting
from open_hours.services.cancelling import call_off
from open_hours.services.locking import Conflict, lock_people

A_DAY = timedelta(hours=24)
# Whoever has booked a talk a short time before it needs no reminder.
BOOKED_BEFORE = timedelta(hours=6)


def remind(now=None):
    """Both, once, about a day before. How many; runs late, twice or side by side."""
    now = now or timezone.now()
    soon = Booking.objects.filter(status=BookingStatus.BOOKED, reminded_at=None)
    soon = soon.filter(talk__starts_at__gt=now, talk__starts_at__lte=now + A_DAY)
    return run_each(soon.reachable().values_list("pk", flat=True), _remind)


@transaction.atomic
def _remind(pk):
    now = timezone.now()
    booking = Booking.objects.dates().get(pk=pk)
    rows = Booking.objects.filter(pk=pk, status=BookingStatus.BOOKED, reminded_at=None)
    if (
        rows.update(reminded_at=now) != 1
        or booking.talk.starts_at - booking.booked_at < A_DAY + BOOKED_BEFORE
    ):
        return False
    for member in (booking.mentor, booking.mentee):
        notifications.talk_soon(booking, to=member)
    return True


def ask(now=None):
    """Both, once it is over: did you talk, would you like to go on? How many; late, twice or side by side."""
    now = now or timezone.now()
    over = Booking.objects.exclude(status=BookingStatus.CANCELLED).filter(asked_at=None)
    over = over.filter(talk__ends_at__lte=now, talk__ends_at__gt=now - timedelta(days=ANSWER_DAYS))
    return run_each(over.reachable().values_list("pk", flat=True), _ask)


@transaction.atomic
def _ask(pk):
    rows = Booking.objects.filter(pk=pk, asked_at=None)
    if rows.update(asked_at=timezone.now()) != 1:
        return False
    booking = Booking.objects.dates().get(pk=pk)
    for member in (booking.mentor, booking.mentee):
        notifications.talk_over(booking, to=member)
    return True


def close_out_of_reach(now=None):
    """Cancel what is ahead of somebody who was suspended meanwhile. How many."""
    gone = Q(mentor__is_active=False) | Q(mentee__is_active=False)
    ahead = Booking.objects.filter(gone, status=BookingStatus.BOOKED, talk__starts_at__gt=timezone.now())
    return run_each(ahead.values_list("pk", flat=True), _close, passing=Conflict)


@transaction.atomic
def _close(pk):
    booking = Booking.objects.dates().get(pk=pk)
    lock_people(booking.mentor, booking.mentee)
    call_off(booking, frees=booking.mentor.is_active)
    return True


def end_between(one, other):
    """What is ahead of two who keep apart from now on; both are held. Codes of their times: mails name them."""
    two = Q(mentor=one, mentee=other) | Q(mentor=other, mentee=one)
    rows = Booking.objects.dates().filter(two).order_by("pk")
    for booking in rows:
        if booking.status == BookingStatus.BOOKED and not booking.talk.has_begun:
            call_off(booking, frees=True)
    kept = TalkWait.objects.filter(Q(member=one, talk__mentor=other) | Q(member=other, talk__mentor=one))
    codes = [*kept.values_list("talk__code", flat=True), *(booking.talk.code for booking in rows)]
    waiting.put_back(kept)
    return codes


def end_of_member(member):
    """What is ahead of somebody who leaves: cancelled, the others told, and what they offered withdrawn."""
    rows = Booking.objects.dates().filter(Q(mentor=member) | Q(mentee=member)).order_by("pk")
    for booking in rows.filter(status=BookingStatus.BOOKED, talk__starts_at__gt=timezone.now()):
        call_off(booking, frees=booking.mentee_id == member.pk, leaver=member)
    free = Talk.objects.filter(mentor=member, status__in=(TalkStatus.OPEN, TalkStatus.RESERVED))
    # For whom one was kept waits again: see `waiting.follow_waiting_lists`.
    free.update(status=TalkStatus.WITHDRAWN)
