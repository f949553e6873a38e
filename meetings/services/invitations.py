"""Telling both calendars: a message of its own for each of the two, its number always higher."""

from django.db.models import F
from django.utils import timezone, translation

from meetings import notifications
from meetings.calendar import build
from meetings.models import Attendee, CalendarSettings, OccurrenceResponse, PartStat
from mentoring.lib.calendar import ics


def send_invitations(meeting, *, by=None, anew=False, clocks=False):
    """Both are told when the meeting is: agreed `anew`, or moved. `clocks`: nobody moved it, a country did."""
    for seat, discreet in _next(meeting):
        event = build.of_meeting(meeting, seat, discreet=discreet)
        word = "agreed" if anew else "clocks" if clocks else "moved"
        mail = notifications.meeting_set(
            meeting, seat, discreet=discreet, word=word, by=by, calendar=_written(ics.request, [event], seat)
        )
        _remember(seat, mail)
    _forget_answers(meeting)


def call_off(meeting, *, by=None, why=""):
    """Both are told that it is cancelled. `why` is "ended" or "paused" where the pair's state is the reason."""
    for seat, discreet in _next(meeting):
        event = build.of_meeting(meeting, seat, discreet=discreet, cancelled=True)
        notifications.meeting_cancelled(
            meeting, seat, discreet=discreet, why=why, by=by, calendar=_written(ics.cancel, [event], seat)
        )


def send_rhythm(rhythm, *, by=None, word="agreed"):
    """Both are told of the rhythm: `word` is agreed, changed, away, clocks or until."""
    for seat, discreet in _next(rhythm):
        events = build.of_rhythm(rhythm, seat, discreet=discreet)
        mail = notifications.rhythm_set(
            rhythm, seat, discreet=discreet, word=word, by=by, calendar=_written(ics.request, events, seat)
        )
        _remember(seat, mail)


def call_off_rhythm(rhythm, *, by=None, why=""):
    """Both are told that it is over, with all that was to come. What has been stays in their calendars."""
    begun = rhythm.meetings.filter(status__in=build.LIVE, starts_at__lte=timezone.now()).exists()
    for seat, discreet in _next(rhythm):
        events = build.of_rhythm(rhythm, seat, discreet=discreet, cancelled=not begun)
        message = ics.request if begun else ics.cancel
        notifications.rhythm_ended(
            rhythm, seat, discreet=discreet, why=why, by=by, calendar=_written(message, events, seat)
        )


def _remember(seat, mail):
    """From now on its calendar has the event, if a mail went there."""
    if mail and not seat.in_calendar:
        Attendee.objects.filter(pk=seat.pk).update(in_calendar=True)


def _written(message, events, seat):
    """The iCalendar text, in the language of whoever it is for."""
    member = seat.member
    with translation.override(member.language):
        return message(events, to=member.email, token=seat.token, name=member.name)


def _next(row):
    """(seat, discreet) of both people, the number of each raised by one."""
    mentorship, at = row.mentorship, place_of_seat(row)
    people = (mentorship.mentor, mentorship.mentee)
    open_to = set(
        CalendarSettings.objects.filter(member__in=people, discreet=False).values_list("member_id", flat=True)
    )
    for member in people:
        seat, _made = Attendee.objects.get_or_create(**at, member=member)
        Attendee.objects.filter(pk=seat.pk).update(sequence=F("sequence") + 1)
        seat.sequence += 1
        seat.member = member
        yield seat, member.pk not in open_to


def place_of_seat(row):
    """Where an Attendee of this meeting or rhythm is found. A meeting of a rhythm stands under the rhythm's event."""
    if getattr(row, "rhythm_id", None):
        return {"rhythm": row.rhythm}
    return {"rhythm" if hasattr(row, "rule") else "meeting": row}


def _forget_answers(meeting):
    """Another time is another question."""
    if meeting.rhythm_id:
        OccurrenceResponse.objects.filter(meeting=meeting).delete()
    else:
        Attendee.objects.filter(meeting=meeting).update(answer=PartStat.NONE)
