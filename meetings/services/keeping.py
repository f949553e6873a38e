"""What becomes of a meeting: called off, held, missed; and talks held outside, told afterwards."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings import rules
from meetings.models import Meeting, MeetingStatus
from meetings.services import invitations
from meetings.services.locking import Conflict, MeetingConflict, lock_active_mentorship, lock_mentorship, move
from meetings.services.offering import WHEN, take_back_offers
from mentoring.lib import walltime
from mentoring.lib.idempotency import A_MINUTE


class NotYet(Conflict):
    """It has not begun: nobody knows yet how it went."""


@transaction.atomic
def cancel(meeting, *, by=None, why=""):
    """Call off what was agreed: this one alone. Both calendars are told. By nobody: the pair has moved on."""
    if by:
        lock_active_mentorship(meeting.mentorship, by)
        meeting.refresh_from_db(fields=["status", "starts_at", "ends_at"])
    if meeting.over:
        raise MeetingConflict(_("Tell us whether this meeting happened instead. It’s already over."))
    move(meeting, MeetingStatus.CANCELLED)
    take_back_offers([meeting])
    invitations.call_off(meeting, by=by, why=why)


@transaction.atomic
def tell(meeting, *, by, held):
    """It was held, or it did not happen (held=None: not said after all). Nobody is blamed, or mailed."""
    lock_mentorship(meeting.mentorship, by)
    meeting.refresh_from_db(fields=["status", "starts_at", "ends_at"])
    if not rules.may_tell(by, meeting):
        raise MeetingConflict(_("This meeting has changed since you opened the page."))
    if meeting.starts_at > timezone.now():
        raise NotYet(_("This meeting has not started yet. You can move it or cancel it."))
    to = {True: MeetingStatus.HELD, False: MeetingStatus.MISSED, None: MeetingStatus.AGREED}[held]
    if meeting.status != to:
        move(meeting, to)
        take_back_offers([meeting])


@transaction.atomic
def held_at(meeting, *, by, at, minutes, means):
    """It was held, at another time than was agreed (aware): the meeting stands there from now on."""
    tell(meeting, by=by, held=True)
    zone = by.time_zone
    meeting.minutes, meeting.means = minutes, means
    meeting.put_at(walltime.to_local(at, zone), zone, fold=_fold(at, zone))
    meeting.save(update_fields=[*WHEN, "minutes", "means"])
    return meeting


@transaction.atomic
def log(mentorship, *, by, at=None, minutes=30, means="video"):
    """A talk held outside, as a meeting that was held. `at`: when it began (aware); now, if not said.

    A second click within a minute is the same talk.
    """
    lock_mentorship(mentorship, by)
    now = timezone.now()
    at = at or now - timedelta(minutes=minutes)
    if at > now:
        raise NotYet(_("Enter a time in the past. To plan a meeting, offer times instead."))
    fresh = mentorship.meetings.filter(logged=True, author=by, made_at__gt=now - A_MINUTE)
    same = fresh.filter(starts_at__range=(at - A_MINUTE, at + A_MINUTE)).first()
    return same or _logged(mentorship, by, at, minutes, means)


def _logged(mentorship, by, at, minutes, means):
    meeting = Meeting(
        mentorship=mentorship, author=by, status=MeetingStatus.HELD, logged=True, minutes=minutes, means=means
    )
    meeting.put_at(walltime.to_local(at, by.time_zone), by.time_zone, fold=_fold(at, by.time_zone))
    meeting.save()
    return meeting


def _fold(at, zone):
    return walltime.instants(walltime.to_local(at, zone), zone)[0] < at.replace(second=0, microsecond=0)


@transaction.atomic
def unlog(meeting, *, by):
    """Take back a talk that was told by mistake: by either of the two, as long as nothing hangs on it."""
    lock_mentorship(meeting.mentorship, by)
    if not meeting.logged or meeting.note_id or meeting.items.exists():
        raise MeetingConflict(
            _("This cannot be undone, because there are already notes or agenda items for it.")
        )
    meeting.delete()
