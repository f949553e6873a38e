"""Fetching a time or a booking, for whoever may know of it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from conduct import blocks
from open_hours import listing
from open_hours.models import Talk


def talk_or_404(request, code, *, typed=False):
    """A time that this member may know of, with its mentor. Missing ones and those across a block look alike.

    `typed`: from a form that was open when its mentor blocked the member: for them it is taken, and no word is lost.
    """
    rows = Talk.objects.exclude(blocks.blocked_by_me(request.user, "mentor"))
    rows = rows if typed else rows.seen_by(request.user)
    return get_object_or_404(rows.select_related("mentor", "day"), code=code)


def booking_or_404(request, code):
    """What was booked at this time, for one of the two: also where they keep apart since."""
    talk = get_object_or_404(Talk.objects.select_related("mentor", "day").dates(), code=code)
    booking = listing.booking_of(talk, request.user)
    if booking is None:
        raise Http404
    return booking
