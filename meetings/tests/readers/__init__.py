"""Three programs by other hands that read our calendar messages: libical, vobject, ical.js.

Each turns a text into one dict for each VEVENT, with the fields below: times are instants in UTC, written
as `20270302T150000Z`, and a rule is what it comes to: its first occurrences, without what is left out.
"""

FIELDS = (
    "method",
    "uid",
    "sequence",
    "dtstamp",
    "start",
    "end",
    "recurrence_id",
    "occurrences",
    "status",
    "organizer",
    "attendee",
    "summary",
    "location",
)
MOST = 12  # occurrences of a rule


class Missing(Exception):
    """The program is not on this machine."""


def differences(texts, **readings):
    """[(field, {reader: value}, text)] where readers see different things in a text; or nothing at all."""
    return [
        difference
        for number, text in enumerate(texts)
        for difference in _of_one({name: read[number] for name, read in readings.items()}, text)
    ]


def _of_one(seen, text):
    counts = {name: len(events) for name, events in seen.items()}
    if set(counts.values()) == {0} or len(set(counts.values())) != 1:
        return [("number of events", counts, text)]
    return [
        (field, values, text)
        for events in zip(*seen.values(), strict=True)
        for field in FIELDS
        if len(set(map(repr, (values := _values(seen, events, field)).values()))) != 1
    ]


def _values(seen, events, field):
    return {name: event[field] for name, event in zip(seen, events, strict=True)}
