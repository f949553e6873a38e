"""From rows to events: what stands in the calendar of one person."""

from copy import copy
from datetime import datetime, timedelta
from uuid import uuid5

from meetings import recurrence
from meetings.calendar.event import place_of, says, words_of
from meetings.models import MeetingStatus
from mentoring.lib import walltime
from mentoring.lib.calendar.event import Event

LIVE = (MeetingStatus.AGREED, MeetingStatus.HELD, MeetingStatus.MISSED)


def of_meeting(meeting, seat, *, discreet, cancelled=False):
    """A single meeting, or one of a rhythm under the rhythm's UID."""
    return Event(
        uid=seat.uid,
        sequence=seat.sequence,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        zone=meeting.rhythm.zone if meeting.rhythm_id else "UTC",
        planned=walltime.parse_local(meeting.planned) if meeting.rhythm_id else None,
        cancelled=cancelled,
        **says(meeting, seat.member, discreet=discreet),
    )


def feed(meetings, member, *, discreet):
    """Yield an event for each (meeting, (UID, sequence)) of a member; the words of a pair are put together once."""
    words = {}
    for meeting, (uid, sequence) in meetings:
        pair = meeting.mentorship_id
        if pair not in words:
            words[pair] = words_of(meeting.mentorship, member, discreet=discreet)
        place = "" if discreet else place_of(meeting)
        yield _alone(meeting, uid, sequence, location=place, **words[pair])


def alone(meeting, seat, *, discreet):
    """A meeting by itself, in UTC: for the feed and the file. One of a rhythm has a UID of its own there."""
    said = says(meeting, seat.member, discreet=discreet)
    return _alone(meeting, seat.uid, seat.sequence, **said)


def _alone(meeting, uid, sequence, **said):
    return Event(
        uid=uuid5(uid, meeting.planned) if meeting.rhythm_id else uid,
        sequence=max(sequence, 0),
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        **said,
    )


def of_rhythm(rhythm, seat, *, discreet, cancelled=False):
    """The rule; and, unless it is cancelled whole, each of its meetings that was moved."""
    meetings = list(rhythm.meetings.dates())
    kept = {meeting.planned: meeting for meeting in meetings if meeting.status in LIVE}
    lasting = _lasting(rhythm, kept)
    made = recurrence.local_times(lasting, until=rhythm.made_until or rhythm.starts_on)
    start, end = _first(rhythm)
    whole = Event(
        uid=seat.uid,
        sequence=seat.sequence,
        starts=start,
        ends=end,
        zone=rhythm.zone,
        rule=rhythm.rule if cancelled else _ruled(lasting),
        left_out=[local_time for local_time in made if walltime.format_local(local_time) not in kept],
        cancelled=cancelled,
        **says(rhythm, seat.member, discreet=discreet),
    )
    return [whole] if cancelled else [whole, *_moved(rhythm, kept.values(), seat, discreet)]


def _lasting(rhythm, kept):
    """As long as one of it is kept: what was planned for after the end may have been held before it."""
    lasting = copy(rhythm)
    if rhythm.ends_on:
        planned = [walltime.parse_local(local_time).date() for local_time in kept]
        lasting.ends_on = max([rhythm.ends_on, *planned])
    return lasting


def _first(rhythm):
    """When the first one begins and ends, by the wall; the end as an instant where clocks show it twice."""
    start = datetime.combine(rhythm.starts_on, rhythm.at)
    end = walltime.instant_of_calendar(start, rhythm.zone) + timedelta(minutes=rhythm.minutes)
    shown = walltime.to_local(end, rhythm.zone)
    return start, shown if len(walltime.instants(shown, rhythm.zone)) == 1 else end


def _moved(rhythm, meetings, seat, discreet):
    """Those at another wall time than planned, or at the same one in another zone."""
    for meeting in meetings:
        if (meeting.local_time, meeting.zone) != (meeting.planned, rhythm.zone):
            meeting.rhythm, meeting.mentorship = rhythm, rhythm.mentorship
            yield of_meeting(meeting, seat, discreet=discreet)


def _ruled(rhythm):
    """The rule with its end, which RFC 5545 wants in UTC."""
    if not rhythm.ends_on:
        return rhythm.rule
    last = walltime.instant_of_calendar(datetime.combine(rhythm.ends_on, rhythm.at), rhythm.zone)
    return f"{rhythm.rule};UNTIL={last:%Y%m%dT%H%M%SZ}"
