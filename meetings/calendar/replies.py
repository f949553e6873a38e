"""What a calendar program answers by mail (METHOD:REPLY), read with suspicion: it comes from outside.

The library takes the lines apart. What they mean is read here, from the few lines that matter: read whole,
a text could teach the library, and with it the answers of others, a zone of its own.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import getaddresses
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from icalendar.parser import Contentlines
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from mail.incoming.dsn import NotOurs, header_values, parse_mail, recipients
from meetings.calendar.ics import REPLY
from meetings.models import PartStat
from mentoring.lib import subaddress
from mentoring.lib.addresses import canonical_address
from mentoring.lib.signed import read_marked

LARGEST_CALENDAR = 100_000
ANSWERS = {PartStat.ACCEPTED, PartStat.DECLINED, PartStat.TENTATIVE, PartStat.NONE}
ONCE = ("UID", "SEQUENCE", "DTSTAMP", "ATTENDEE", "ORGANIZER", "RECURRENCE-ID", "DTSTART")
NEEDED = re.compile(rf"(BEGIN|END|METHOD|{'|'.join(ONCE)})[;:]", re.IGNORECASE)
MOMENT = re.compile(r"\d{8}T\d{6}Z?")
OUR_TIME = range(2000, 2200)


class NotAnAnswer(NotOurs):
    """A mail that is no answer of a calendar, or one that cannot be trusted. Says why, without its words."""


@dataclass(frozen=True)
class Reply:
    """One answer to one event: by whom, to which number of it, when it was given (aware).

    `planned` is there for one meeting of a rhythm; `starts` if it says when the meeting it answers begins.
    Both are aware, or naive where the zone is not one we know: then they are meant as in the invitation.
    """

    token: str
    sender: str
    attendee: str
    uid: str
    sequence: int
    answer: str
    at: datetime
    planned: datetime | None = None
    starts: datetime | None = None


def read_reply(raw):
    """The answer in a mail (bytes). NotOurs for everything else; nothing of it is kept."""
    try:
        message = parse_mail(raw)
        return _reply(message, _event(_calendar(message)))
    except NotOurs:
        raise
    except Exception as error:  # whatever the libraries meet in a hostile text
        raise NotAnAnswer(f"not readable: {type(error).__name__}") from None


def _reply(message, event):
    said, attendee = event["ATTENDEE"]
    return Reply(
        token=_token(message, event),
        sender=_sender(message),
        attendee=_address(attendee),
        uid=event["UID"][1].strip(),
        sequence=int(event.get("SEQUENCE", ({}, "0"))[1]),
        answer=_answer(said),
        at=_stamp(*event["DTSTAMP"]),
        planned=_moment(*event["RECURRENCE-ID"]) if "RECURRENCE-ID" in event else None,
        starts=_moment(*event["DTSTART"]) if "DTSTART" in event else None,
    )


def _calendar(message):
    """The first calendar in a mail, as text."""
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            found = part.get_payload(decode=True)
            if len(found) > LARGEST_CALENDAR:
                raise NotAnAnswer("too large")
            return found.decode(part.get_content_charset("utf-8"), "replace").removeprefix("\ufeff")
    raise NotAnAnswer("no calendar")


def _event(text):
    """{name: (parameters, value)} of the one event of a REPLY; each name once."""
    methods, events = [], []
    for where, name, parameters, value in _lines(text):
        if (where, name) == ("VCALENDAR", "METHOD"):
            methods.append(value.strip().upper())
        elif (name, value.strip().upper()) == ("BEGIN", "VEVENT"):
            events.append({})
        elif where == "VCALENDAR/VEVENT" and name in ONCE:
            _once(events[-1], name, (parameters, value))
    return _only(methods, events)


def _lines(text):
    """(where, name, parameters, value) of each line that matters; `where` is what it stands in."""
    path = []
    for line in filter(NEEDED.match, Contentlines.from_ical(text)):
        name, parameters, value = line.raw_parts()
        name = name.upper()
        if name == "END":
            path.pop()
        yield "/".join(path), name, parameters, value
        if name == "BEGIN":
            path.append(value.strip().upper())


def _once(event, name, found):
    if name in event:
        raise NotAnAnswer("said twice")
    event[name] = found


def _only(methods, events):
    if methods != ["REPLY"]:
        raise NotAnAnswer("no REPLY")
    if len(events) != 1:
        raise NotAnAnswer("not one event")
    return events[0]


def _sender(message):
    [(_name, address)] = getaddresses(header_values(message, "From"))
    return canonical_address(address)


def _token(message, event):
    """The secret part of our address: where the mail went, or whom the event names as organizer."""
    addresses = [*recipients(message), _address(event.get("ORGANIZER", ({}, ""))[1])]
    for found in subaddress.matching_parts(settings.CALENDAR_ADDRESS, "([0-9a-f]{48})", addresses):
        if token := read_marked(found[1], secret=settings.MAIL_KEY, **REPLY):
            return token
    raise NotAnAnswer("no token")


def _address(value):
    return canonical_address(value)


def _answer(parameters):
    said = str(parameters.get("PARTSTAT", "")).upper()
    if said not in ANSWERS:
        raise NotAnAnswer("an answer we do not know")
    return said


def _stamp(parameters, value):
    """DTSTAMP is in UTC, and some leave that out."""
    at = _moment(parameters, value)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _moment(parameters, value):
    """Aware, by its Z or the zone that its TZID names; naive where that is no zone we know."""
    value = value.strip()
    if not MOMENT.fullmatch(value):
        raise NotAnAnswer("a day, not a time")
    at = datetime.strptime(value[:15], "%Y%m%dT%H%M%S")
    if at.year not in OUR_TIME:
        raise NotAnAnswer("not of our time")
    if value.endswith("Z"):
        return at.replace(tzinfo=UTC)
    zone = str(parameters.get("TZID", ""))
    zone = WINDOWS_TO_OLSON.get(zone, zone)
    return at.replace(tzinfo=ZoneInfo(zone)) if zone in _known() else at


@lru_cache(maxsize=1)
def _known():
    """The names of all zones: looked up among them, a name is never a path to a file."""
    return available_timezones()
