"""Fetching a time or a booking, for whoever may know of it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from open_hours import listing
from open_hours.models import Talk


def talk_or_404(request, code):
    """A time that this member may know of, with its mentor. Missing ones and those across a block look alike."""
    rows = Talk.objects.seen_by(request.user).select_related("mentor", "day")
    return get_object_or_404(rows, code=code)


def booking_or_404(request, code):
    """What was booked at this time, for one of the two: also where they keep apart since."""
    talk = get_object_or_404(Talk.objects.select_related("mentor", "day").dates(), code=code)
    booking = listing.booking_of(talk, request.user)
    if booking is None:
        raise Http404
    return booking
