"""Holding a pair while a meeting of theirs changes; and taking one step of a meeting's life, once."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from meetings import rules
from meetings.models import MOVES, Meeting
from mentoring.lib.limits import is_reached
from mentorships.services.locking import Conflict, lock_mentorship

__all__ = ["Conflict", "MeetingConflict", "Resting", "lock_mentorship", "lock_active_mentorship", "move"]


OFFERS_AN_HOUR, AN_HOUR = 10, timedelta(hours=1)  # each is a mail to the other


class MeetingConflict(Conflict):
    """The other has done something in the meantime, or another tab has."""


class Resting(Conflict):
    """The mentorship is paused: nothing can be arranged."""


def lock_active_mentorship(mentorship, by):
    """Hold the pair's row; refuse unless the mentorship goes on at this very moment."""
    lock_mentorship(mentorship, by)
    mentorship.refresh_from_db(fields=["status"])
    if not rules.may_arrange(by, mentorship):
        raise Resting(_("Resume this mentorship first. It’s paused at the moment."))


def check_not_too_often(offers):
    """MeetingConflict if there have been too many of these, of one member in one pair, within the hour."""
    if is_reached(offers, "made_at", most=OFFERS_AN_HOUR, within=AN_HOUR):
        raise MeetingConflict(
            _("Wait a while before you offer more times. You’ve offered them many times in the past hour.")
        )


def move(meeting, to, **changes):
    """One step of its life, once, with what changes along. Overtaken if it has moved on."""
    was = meeting.status
    rows = Meeting.objects.filter(pk=meeting.pk, status=was)
    if to not in MOVES.get(was, ()) or rows.update(status=to, **changes) != 1:
        raise MeetingConflict(_("This meeting has changed since you opened the page."))
    meeting.status = to
