"""Read iCalendar texts with libical. For Debian's own Python: JSON list in, JSON list out.

A program of its own, since GObject introspection comes with the system and not from PyPI.
"""

import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as I  # noqa: E402, E741

UTC = I.Timezone.get_utc_timezone()
EVENT, PROPERTY = I.ComponentKind.VEVENT_COMPONENT, I.PropertyKind


def read(text, most):
    """What libical finds wrong (its iTIP tables included), and the events."""
    calendar = I.Parser.parse_string(text)
    if calendar is None:
        return {"wrong": ["not readable"], "events": []}
    fits = I.restriction_check(calendar)
    wrong = [] if fits and not calendar.count_errors() else [_errors(calendar)]
    return {"wrong": wrong, "events": [_event(calendar, each, most) for each in _events(calendar)]}


def _errors(calendar):
    lines = calendar.as_ical_string().replace("\r\n ", "").splitlines()
    return [line for line in lines if line.startswith("X-LIC-ERROR")] or "restriction_check says no"


def _events(calendar):
    event = calendar.get_first_component(EVENT)
    while event:
        yield event
        event = calendar.get_next_component(EVENT)


def _event(calendar, event, most):
    return {
        "method": I.Property.method_to_string(calendar.get_method()),
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "dtstamp": _utc(event.get_dtstamp()),
        "start": _utc(event.get_dtstart()),
        "end": _utc(event.get_dtend()),
        "recurrence_id": _recurrence_id(calendar, event),
        "occurrences": _occurrences(event, most),
        "status": I.Property.status_to_string(event.get_status()),
        "organizer": _address(event, PROPERTY.ORGANIZER_PROPERTY, "get_organizer"),
        "attendee": _address(event, PROPERTY.ATTENDEE_PROPERTY, "get_attendee"),
        "summary": event.get_summary(),
        "location": event.get_location(),
    }


def _utc(when):
    if when is None or when.is_null_time():
        return None
    return when.convert_to_zone(UTC).as_ical_string()


def _recurrence_id(calendar, event):
    """libical puts no zone on this one by itself."""
    line = event.get_first_property(PROPERTY.RECURRENCEID_PROPERTY)
    if line is None:
        return None
    when, zone = line.get_recurrenceid(), line.get_first_parameter(I.ParameterKind.TZID_PARAMETER)
    if zone:
        when.set_timezone(calendar.get_timezone(zone.get_tzid()))
    return _utc(when)


def _occurrences(event, most):
    rule = event.get_first_property(PROPERTY.RRULE_PROPERTY)
    if rule is None:
        return None
    start, found = event.get_dtstart(), []
    each = I.RecurIterator.new(rule.get_rrule(), start)
    while len(found) < most and (when := each.next()) and not when.is_null_time():
        if not I.Property.recurrence_is_excluded(event, start, when):
            found.append(_utc(when))
    return found


def _address(event, kind, getter):
    line = event.get_first_property(kind)
    return line and getattr(line, getter)().removeprefix("mailto:")


if __name__ == "__main__":
    wanted = json.load(sys.stdin)
    json.dump([read(text, wanted["most"]) for text in wanted["texts"]], sys.stdout)
