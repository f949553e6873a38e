"""Cancelling what was booked: by either of the two, until it begins; or since they keep apart, or one has gone."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from open_hours.models import Booking, BookingStatus, Talk, TalkStatus
from open_hours.services import invitations, waiting
from open_hours.services.locking import Conflict, lock_people


@transaction.atomic
def cancel(booking, *, by):
    """By one of the two. The time is free again if the booker cancels, and withdrawn if the mentor does."""
    lock_people(booking.mentor, booking.mentee)
    if booking.talk.has_begun:
        raise Conflict(_("This talk has already begun, so it can no longer be cancelled."))
    call_off(booking, by=by, frees=by.pk != booking.mentor_id)


def call_off(booking, *, by=None, frees, leaver=None):
    """Once the two are held. Conflict if it was cancelled meanwhile. `frees`: others may book the time.

    `leaver` is one of the two who leaves the programme, and is not written to any more.
    """
    at_hand = Booking.objects.filter(pk=booking.pk, status=BookingStatus.BOOKED)
    by_mentor = None if by is None else by.pk == booking.mentor_id
    changes = {"status": BookingStatus.CANCELLED, "cancelled_at": timezone.now()}
    if at_hand.update(**changes, cancelled_by_mentor=by_mentor) != 1:
        raise Conflict(_("This talk has changed since you opened the page."))
    booking.status = BookingStatus.CANCELLED
    now = TalkStatus.OPEN if frees else TalkStatus.WITHDRAWN
    Talk.objects.filter(pk=booking.talk_id, status=TalkStatus.BOOKED).update(status=now)
    invitations.call_off(booking, by=by, leaver=leaver)
    if frees and booking.talk.day_id:
        waiting.offer_free_times(booking.talk.day)
