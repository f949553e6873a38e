"""vobject, which Radicale and others read with: in this process, from the zones that the text brings along."""

import re
from datetime import UTC
from itertools import islice

import vobject
from vobject.icalendar import registerTzid

from meetings.tests.readers import MOST

ZONE = re.compile(r"(^BEGIN:VTIMEZONE\r\nTZID:(.*?)\r\n.*?^END:VTIMEZONE\r\n)", re.DOTALL | re.MULTILINE)
KNOWN = {}  # zone: the block that vobject has read it from; it is slow at that, and most blocks are alike


def read(texts, most=MOST):
    """The events of each text."""
    return [_read(text, most) for text in texts]


def _read(text, most):
    for block, zone in ZONE.findall(text):
        if KNOWN.get(zone) == block:
            text = text.replace(block, "")
        else:  # or it would take the zone of an earlier text for this one's
            registerTzid(zone, None)
            KNOWN[zone] = block
    calendar = vobject.readOne(text)
    return [_event(calendar, event, most) for event in calendar.contents.get("vevent", ())]


def _event(calendar, event, most):
    return {
        "method": calendar.method.value,
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "dtstamp": _utc(event.dtstamp.value),
        "start": _utc(event.dtstart.value),
        "end": _utc(event.dtend.value),
        "recurrence_id": _utc(_value(event, "recurrence-id")),
        "occurrences": _occurrences(event, most),
        "status": _value(event, "status"),
        "organizer": event.organizer.value.removeprefix("mailto:"),
        "attendee": _value(event, "attendee").removeprefix("mailto:"),
        "summary": _value(event, "summary"),
        "location": _value(event, "location"),
    }


def _value(event, name):
    return event.contents[name][0].value if name in event.contents else None


def _utc(when):
    return when and f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _occurrences(event, most):
    rules = event.getrruleset()
    return rules and [_utc(when) for when in islice(rules, most)]
