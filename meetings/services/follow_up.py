"""What follows by itself: pairs that ended or rest, clocks that a country changed, a rhythm's next meetings.

For the worker: it opens no text. Each step may run late, twice, or side by side.
"""

from django.db import transaction
from django.utils import timezone

from meetings.models import Meeting, MeetingRhythm, MeetingStatus, RhythmStatus
from meetings.services import invitations, keeping, rhythms
from meetings.services.locking import Conflict
from meetings.services.offering import take_back_offers
from mentoring.lib import walltime
from mentoring.lib.jobs import run_each
from mentorships.models import Mentorship
from mentorships.models import MentorshipStatus as PairStatus

STILL = {"mentorship__status": PairStatus.ACTIVE}


def after_pairs():
    """Pairs that ended or rest: nothing is ahead any more, and calendars are told. {what: how many}.

    One row that fails is logged and leaves the others their turn.
    """
    return {
        "rhythms of pairs that ended or rest": _each(_stopped_rhythms(), _stop_rhythm),
        "meetings of pairs that ended or rest": _each(_stopped_meetings(), _stop_meeting),
        "offers of pairs that ended or rest": _each(_stopped_offers(), _stop_offer),
    }


def with_time():
    """The next meetings of each rhythm, and clocks that a country has changed. {what: how many}."""
    running = MeetingRhythm.objects.filter(status=RhythmStatus.AGREED, **STILL)
    return {
        "rhythms gone on": _each(running.values_list("pk", flat=True), _go_on),
        "meetings moved by changed clocks": _each(_moved_singles(), _recompute),
    }


def _each(rows, step):
    return run_each(rows, step, passing=Conflict)


def _stopped_rhythms():
    rows = MeetingRhythm.objects.filter(status=RhythmStatus.AGREED).exclude(**STILL)
    return rows.values_list("pk", flat=True)


def _stopped_meetings():
    rows = Meeting.objects.filter(status=MeetingStatus.AGREED, ends_at__gt=timezone.now())
    return rows.exclude(**STILL).values_list("pk", flat=True)


def _stopped_offers():
    rows = Meeting.objects.filter(status=MeetingStatus.PROPOSED).exclude(**STILL)
    return rows.values_list("pk", flat=True)


def _moved_singles():
    """Single meetings ahead whose wall time means another instant than it did."""
    rows = Meeting.objects.agreed().filter(starts_at__gt=timezone.now(), rhythm=None)
    facts = rows.values_list("pk", "local_time", "zone", "fold", "starts_at")
    for pk, local_time, zone, fold, was in facts.iterator():
        if walltime.instant_of_calendar(walltime.parse_local(local_time), zone, fold=fold) != was:
            yield pk


def _held(model, pk):
    """The row without its words, once its pair is held. None if it has gone."""
    found = model.objects.filter(pk=pk).values_list("mentorship_id", flat=True).first()
    if found is None:
        return None
    Mentorship.objects.select_for_update().filter(pk=found).values_list("pk").first()
    rows = model.objects.defer("place").select_related("mentorship__mentor", "mentorship__mentee")
    return rows.filter(pk=pk).first()


def _why(mentorship):
    return "paused" if mentorship.status == PairStatus.PAUSED else "ended"


@transaction.atomic
def _stop_rhythm(pk):
    rhythm = _held(MeetingRhythm, pk)
    rhythms.end(rhythm, why=_why(rhythm.mentorship))
    return True


@transaction.atomic
def _stop_meeting(pk):
    meeting = _held(Meeting, pk)
    if meeting.rhythm_id:
        meeting.rhythm = _held(MeetingRhythm, meeting.rhythm_id)
    keeping.cancel(meeting, why=_why(meeting.mentorship))
    return True


@transaction.atomic
def _stop_offer(pk):
    """Nobody is mailed: what told of the end or the pause has told of this."""
    meeting = _held(Meeting, pk)
    take_back_offers([meeting])
    return Meeting.objects.filter(pk=pk, status=MeetingStatus.PROPOSED).update(status=MeetingStatus.OFF)


@transaction.atomic
def _go_on(pk):
    """The next meetings of a rhythm; months away that were said since; clocks that changed."""
    rhythm = _held(MeetingRhythm, pk)
    changed = rhythms.fill(rhythm)
    clocks = [
        _moved_by_clocks(meeting)
        for meeting in rhythm.meetings.dates().filter(
            status=MeetingStatus.AGREED, starts_at__gt=timezone.now()
        )
    ]
    if changed or any(clocks):
        invitations.send_rhythm(rhythm, word="clocks" if any(clocks) else "away")
    return changed or any(clocks)


@transaction.atomic
def _recompute(pk):
    meeting = _held(Meeting, pk)
    if not _moved_by_clocks(meeting):
        return False
    invitations.send_invitations(meeting, clocks=True)
    return True


def _moved_by_clocks(meeting):
    if not meeting.recompute_instants():
        return False
    rows = Meeting.objects.filter(pk=meeting.pk, status=MeetingStatus.AGREED)
    return rows.update(starts_at=meeting.starts_at, ends_at=meeting.ends_at) == 1
