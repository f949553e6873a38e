"""Not a reader: what the events say that a text was made of, in the same fields. Worked out without iCalendar."""

from datetime import UTC, datetime

from dateutil.rrule import rrulestr

from meetings.tests.readers import MOST
from mentoring.lib import walltime
from mentoring.lib.calendar.ics import safe_text


def of(event, *, method, at, organizer, attendee):
    """The fields of one event as it was meant."""
    return {
        "method": method,
        "uid": str(event.uid),
        "sequence": event.sequence,
        "dtstamp": _utc(at),
        "start": _instant(event.starts, event.zone),
        "end": _instant(event.ends, event.zone),
        "recurrence_id": event.planned and _instant(event.planned, event.zone),
        "occurrences": _occurrences(event) if event.rule else None,
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
        "organizer": organizer,
        "attendee": attendee,
        "summary": safe_text(event.summary),
        "location": safe_text(event.location) or None,
    }


def _utc(when):
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _instant(when, zone):
    return _utc(when if when.tzinfo else walltime.instant_of_calendar(when, zone))


def _occurrences(event):
    rule, _until, until = event.rule.partition(";UNTIL=")
    local_times = rrulestr(rule, dtstart=event.starts)
    found, last = [], until or "9"
    for local_time in local_times.xafter(datetime(1970, 1, 1), count=MOST * 4):
        at = _instant(local_time, event.zone)
        if at <= last and local_time not in event.left_out:
            found.append(at)
    return found[:MOST]
