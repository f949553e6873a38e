"""May they? One sentence each."""

from datetime import timedelta

from django.utils import timezone

from open_hours.models import BookingStatus, TalkStatus
from profiles.models import MentorProfile

AHEAD_AT_LEAST, AHEAD_AT_MOST = timedelta(hours=1), timedelta(days=90)
MOST_OPEN = 20


def may_offer(member):
    """A mentor in the list, with room for a mentee or without: one talk is not a long commitment."""
    return not member.leaving_at and MentorProfile.objects.listed().filter(member=member).exists()


def may_cancel(booking):
    """Either of the two, until it begins."""
    return booking.status == BookingStatus.BOOKED and not booking.talk.has_begun


def may_withdraw(member, talk):
    """The mentor, while nobody has booked it."""
    return member.pk == talk.mentor_id and talk.status == TalkStatus.OPEN and not talk.has_begun


def may_answer(booking):
    """Either of the two, from its end until the question is closed. What waits for room stays open."""
    if booking.status == BookingStatus.CANCELLED or not booking.talk.over or booking.mentorship_id:
        return False
    return timezone.now() < booking.answer_until or bool(booking.no_room_at)
