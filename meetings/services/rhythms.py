"""A standing rhythm: proposed, agreed, changed from a day on, ended; and its meetings made ahead."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings import notifications, recurrence
from meetings.models import Meeting, MeetingRhythm, MeetingStatus, RhythmStatus
from meetings.services import invitations
from meetings.services.locking import Conflict, MeetingConflict, check_not_too_often, lock_active_mentorship
from meetings.services.offering import take_back_offers
from mentoring.lib import walltime
from mentoring.lib.idempotency import recent_duplicate


class OwnRhythmProposal(Conflict):
    """It takes the other one to agree."""


@transaction.atomic
def propose_rhythm(mentorship, *, by, rule, starts_on, at, zone, minutes, means, place):
    """Propose a rhythm: an RRULE, at a time of the day in a zone, from the first day on that fits.

    In place of one that waits. Once agreed, it takes the place of the one that runs, from `starts_on` on.
    """
    lock_active_mentorship(mentorship, by)
    terms = {
        "rule": rule,
        "starts_on": recurrence.first_on(rule, starts_on),
        "at": at,
        "zone": zone,
        "minutes": minutes,
        "means": means,
        "place": place,
    }
    mine = mentorship.rhythms.filter(author=by, status=RhythmStatus.PROPOSED)
    if same := recent_duplicate(mine, "made_at", **terms):
        return same
    check_not_too_often(mentorship.rhythms.filter(author=by))
    mentorship.rhythms.filter(status=RhythmStatus.PROPOSED).update(
        status=RhythmStatus.OFF, decided_at=timezone.now()
    )
    rhythm = MeetingRhythm(mentorship=mentorship, author=by, replaces=running(mentorship), **terms)
    rhythm.save()
    first = walltime.instant_of_calendar(
        recurrence.local_times(rhythm, until=rhythm.starts_on)[0], rhythm.zone
    )
    notifications.rhythm_proposed(
        rhythm, to=mentorship.partner_of(by), first=first, said=recurrence.rhythm_in_words(rhythm)
    )
    return rhythm


def running(mentorship):
    """The rhythm that is agreed, or None."""
    return mentorship.rhythms.filter(status=RhythmStatus.AGREED).first()


def waiting_rhythm(mentorship):
    """The rhythm that waits for an answer, or None."""
    return mentorship.rhythms.filter(status=RhythmStatus.PROPOSED).first()


@transaction.atomic
def agree(rhythm, *, by):
    """Agree to what the other proposed. Both calendars are told; the one before ends where it begins."""
    lock_active_mentorship(rhythm.mentorship, by)
    rhythm.refresh_from_db(fields=["status"])
    if rhythm.author_id == by.pk:
        raise OwnRhythmProposal(_("You proposed this, so it’s for the other person to agree."))
    if rhythm.status == RhythmStatus.AGREED:
        return rhythm
    before = running(rhythm.mentorship)
    if before:
        _end_before(before, rhythm, by)
    _decide(rhythm, RhythmStatus.AGREED)
    fill(rhythm)
    invitations.send_rhythm(rhythm, by=by, word="agreed")
    return rhythm


def _end_before(before, rhythm, by):
    """The one that ran goes on to the day before; a meeting of its own between the two is not lost."""
    before.mentorship = rhythm.mentorship
    before.ends_on = rhythm.starts_on - timedelta(days=1)
    rows = MeetingRhythm.objects.filter(pk=before.pk)
    rows.update(ends_on=before.ends_on, status=RhythmStatus.ENDED)
    before.status = RhythmStatus.ENDED
    later = before.meetings.filter(status=MeetingStatus.AGREED, planned__gte=rhythm.starts_on.isoformat())
    _call_off(later.ahead())
    if before.meetings.filter(status=MeetingStatus.AGREED).ahead().exists():
        invitations.send_rhythm(before, by=by, word="until")
    else:
        invitations.call_off_rhythm(before, by=by)


def _decide(rhythm, to):
    rows = MeetingRhythm.objects.filter(pk=rhythm.pk, status=RhythmStatus.PROPOSED)
    if rows.update(status=to, decided_at=timezone.now()) != 1:
        raise MeetingConflict(_("This proposal is no longer open. See below for the latest."))
    rhythm.status = to


@transaction.atomic
def close_rhythm(rhythm, *, by):
    """Say no to it, or take it back. What ran before goes on."""
    lock_active_mentorship(rhythm.mentorship, by)
    _decide(rhythm, RhythmStatus.OFF)
    notifications.rhythm_closed(
        rhythm, to=rhythm.mentorship.partner_of(by), withdrawn=rhythm.author_id == by.pk
    )


def _call_off(meetings):
    """These meetings, and times on offer to move them."""
    called_off = list(meetings.values_list("pk", flat=True))
    take_back_offers(called_off)
    Meeting.objects.filter(pk__in=called_off).update(status=MeetingStatus.CANCELLED)


@transaction.atomic
def end(rhythm, *, by=None, why=""):
    """No more of it from now on: by one of the two, or since the pair has ended or rests."""
    rhythm.ends_on = walltime.to_local(timezone.now(), rhythm.zone).date()
    ending = MeetingRhythm.objects.filter(pk=rhythm.pk, status=RhythmStatus.AGREED)
    if ending.update(status=RhythmStatus.ENDED, ends_on=rhythm.ends_on) != 1:
        raise MeetingConflict(_("These regular meetings have already ended."))
    _call_off(rhythm.meetings.filter(status=MeetingStatus.AGREED).ahead())
    invitations.call_off_rhythm(rhythm, by=by, why=why)


def fill(rhythm, *, now=None):
    """Make its meetings some way ahead. Returns whether calendars have to be told: see `keep`.

    A meeting is made once for each wall time; those in months when one of the two is away are left out.
    """
    now = now or timezone.now()
    until = (now + recurrence.AHEAD).date()
    there = {m.planned: m for m in rhythm.meetings.dates()}
    told = rhythm.made_until
    changed = False
    for local_time in recurrence.local_times(rhythm, since=now.date() - timedelta(days=1), until=until):
        out, known_meeting = _out(rhythm, local_time), there.get(walltime.format_local(local_time))
        known = told and local_time.date() <= told
        if out:
            changed |= _leave_out(known_meeting, now) or not known
        elif known_meeting is None:
            _make(rhythm, local_time)
            changed |= bool(known)
        else:
            changed |= _take_in(known_meeting, now)
    MeetingRhythm.objects.filter(pk=rhythm.pk).update(made_until=until)
    rhythm.made_until = until
    return bool(told) and changed


def _out(rhythm, local_time):
    two = (rhythm.mentorship.mentor, rhythm.mentorship.mentee)
    return any(recurrence.away(local_time, rhythm.zone, member) for member in two)


def _make(rhythm, local_time):
    meeting = Meeting(
        mentorship=rhythm.mentorship,
        author_id=rhythm.author_id,
        rhythm=rhythm,
        planned=walltime.format_local(local_time),
        status=MeetingStatus.AGREED,
        means=rhythm.means,
        minutes=rhythm.minutes,
    )
    meeting.put_at(local_time, rhythm.zone)
    if meeting.ends_at > timezone.now():
        meeting.save()


def _leave_out(meeting, now):
    """One that stands in a month away, where it was planned: it goes. One that the two moved there stays."""
    if meeting is None or meeting.moved or meeting.status != MeetingStatus.AGREED or meeting.starts_at <= now:
        return False
    take_back_offers([meeting])
    return _turn(meeting, MeetingStatus.AGREED, MeetingStatus.AWAY)


def _take_in(meeting, now):
    """One that was left out for a month away that was unsaid since: it stands again."""
    if meeting.status != MeetingStatus.AWAY or meeting.starts_at <= now:
        return False
    return _turn(meeting, MeetingStatus.AWAY, MeetingStatus.AGREED)


def _turn(meeting, was, to):
    return Meeting.objects.filter(pk=meeting.pk, status=was).update(status=to) == 1
