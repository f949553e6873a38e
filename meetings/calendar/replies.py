"""What a calendar program answers by mail (METHOD:REPLY or COUNTER), read with suspicion: it comes from outside.

The library takes the lines apart. What they mean is read here, from the few lines that matter: read whole,
a text could teach the library, and with it the answers of others, a zone of its own.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import getaddresses
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from icalendar.parser import Contentlines
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from mail.incoming.automatic import header_values
from mail.incoming.dsn import NotOurs, parse_mail, recipients
from meetings.models import PartStat
from mentoring.lib import subaddress
from mentoring.lib.addresses import canonical_address
from mentoring.lib.calendar.ics import REPLY
from mentoring.lib.signed import read_marked

LARGEST_CALENDAR = 100_000
ANSWERS = {PartStat.ACCEPTED, PartStat.DECLINED, PartStat.TENTATIVE, PartStat.NONE}
MOST_EVENTS = 20  # a rhythm, and those of its meetings that are answered otherwise
CALENDAR_TYPES = ("text/calendar", "application/ics", "text/x-vcalendar", "application/calendar")
FILE_TYPES = ("application/octet-stream", "text/plain")  # with a name that ends in .ics
READ = ("UID", "SEQUENCE", "DTSTAMP", "ATTENDEE", "ORGANIZER", "RECURRENCE-ID", "DTSTART")
NEEDED = re.compile(rf"(BEGIN|END|METHOD|{'|'.join(READ)})[;:]", re.IGNORECASE)
ANSWERING = re.compile(r"^METHOD:(REPLY|COUNTER)\b", re.IGNORECASE | re.MULTILINE)
MARKED_PART = "([0-9a-f]{48})"  # a token and its mark
MOMENT = re.compile(r"\d{8}T\d{6}Z?")
OUR_TIME = range(2000, 2200)


class NotAnAnswer(NotOurs):
    """A mail that is no answer of a calendar, or one that cannot be trusted. Says why, without its words."""


@dataclass(frozen=True)
class Reply:
    """One answer to one event: by whom, to which number of it, when it was given (aware).

    `attendees`: the addresses that it is given for. `planned` is there for one meeting of a rhythm; `starts` if
    it says when the meeting it answers begins. Both are aware, or naive where the zone is not one we know: then
    they are meant as in the invitation. `is_counter`: it proposes another time, too.
    """

    token: str
    sender: str
    attendees: frozenset
    uid: str
    sequence: int
    answer: str
    at: datetime
    planned: datetime | None = None
    starts: datetime | None = None
    is_counter: bool = False


def read_reply(raw):
    """The answers in a mail (bytes), one for each event. NotOurs for everything else; nothing of it is kept."""
    try:
        message = parse_mail(raw)
        method, events = _events(_calendar(message))
        return [_reply(message, event, method) for event in events]
    except NotOurs:
        raise
    except Exception as error:  # whatever the libraries meet in a hostile text
        raise NotAnAnswer(f"not readable: {type(error).__name__}") from None


def token_of(message):
    """The secret part of our address that a mail went to, or that its calendar names; "" if there is none."""
    with suppress(NotAnAnswer):
        return _token(recipients(message))
    with suppress(NotAnAnswer):
        return _token(
            subaddress.find_parts(settings.CALENDAR_ADDRESS, MARKED_PART, _calendar(message).lower())
        )
    return ""


def _reply(message, event, method):
    answer, attendees = _attendees(event["ATTENDEE"])
    is_counter = method == "COUNTER"
    organizer = event.get("ORGANIZER", [({}, "")])[0][1]
    return Reply(
        token=_token([*recipients(message), _address(organizer)]),
        sender=_sender(message),
        attendees=attendees,
        uid=_one(event, "UID")[1].strip(),
        sequence=int(_one(event, "SEQUENCE", ({}, "0"))[1]),
        answer=answer,
        at=_stamp(*_one(event, "DTSTAMP")),
        planned=_moment(*_one(event, "RECURRENCE-ID")) if "RECURRENCE-ID" in event else None,
        starts=_start(event) if "DTSTART" in event and not is_counter else None,
        is_counter=is_counter,
    )


def _calendar(message):
    """The first calendar in a mail that is an answer, or the first of all, as text."""
    found = [text for part in message.walk() if _is_calendar(part) and (text := _text(part))]
    if not found:
        raise NotAnAnswer("no calendar")
    return next((text for text in found if ANSWERING.search(text)), found[0])


def _is_calendar(part):
    if part.is_multipart():
        return False
    kind = part.get_content_type()
    named = kind in FILE_TYPES and str(part.get_filename("")).lower().endswith(".ics")
    return named or kind in CALENDAR_TYPES


def _text(part):
    """As text, in whatever charset it says; UTF-8 where that is none we know."""
    content = part.get_payload(decode=True) or b""
    if len(content) > LARGEST_CALENDAR:
        raise NotAnAnswer("too large")
    try:
        text = content.decode(str(part.get_content_charset("utf-8")), "replace")
    except LookupError:
        text = content.decode("utf-8", "replace")
    return text.replace("\x00", "").removeprefix("\ufeff")


def _events(text):
    """The method, and {name: [(parameters, value)]} of each event of an answer."""
    methods, events = [], []
    for where, name, parameters, value in _lines(text):
        if (where, name) == ("VCALENDAR", "METHOD"):
            methods.append(value.strip().upper())
        elif (name, value.strip().upper()) == ("BEGIN", "VEVENT"):
            events.append({})
        elif where == "VCALENDAR/VEVENT" and name in READ:
            events[-1].setdefault(name, []).append((parameters, value))
    if methods not in (["REPLY"], ["COUNTER"]):
        raise NotAnAnswer("no REPLY")
    if not 0 < len(events) <= MOST_EVENTS or (
        len(events) > 1 and not all("UID" in event for event in events)
    ):
        raise NotAnAnswer("not one event")
    return methods[0], events


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


def _one(event, name, otherwise=None):
    """What an event says once: (parameters, value)."""
    values = event.get(name) or ([otherwise] if otherwise else [])
    if len(values) > 1:
        raise NotAnAnswer("said twice")
    return values[0]


def _attendees(lines):
    """(the one answer that these lines give, the addresses they give it for)."""
    answers = {_answer(parameters) for parameters, _value in lines}
    if len(answers) != 1:
        raise NotAnAnswer("said twice")
    return answers.pop(), frozenset(_address(value) for _parameters, value in lines)


def _start(event):
    """When it begins, if that can be read: an answer without it is an answer."""
    with suppress(NotAnAnswer, ValueError):
        return _moment(*event["DTSTART"][0])
    return None


def _sender(message):
    [(_name, address)] = getaddresses(header_values(message, "From"))
    return canonical_address(address)


def _token(addresses):
    """The secret part of our address, of the first that has one with our mark."""
    for found in subaddress.matching_parts(settings.CALENDAR_ADDRESS, MARKED_PART, addresses):
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
    zone = _zone(str(parameters.get("TZID", "")))
    return at.replace(tzinfo=ZoneInfo(zone)) if zone else at


def _zone(name):
    """The zone of a TZID, or "": Windows' names, and names with a path in front, as libical and Mozilla write them."""
    parts = name.strip('"').split("/")
    names = [
        WINDOWS_TO_OLSON.get(name, name),
        *("/".join(parts[-count:]) for count in (3, 2, 1) if count < len(parts)),
    ]
    return next((one for one in names if one in _known()), "")


@lru_cache(maxsize=1)
def _known():
    """The names of all zones: looked up among them, a name is never a path to a file."""
    return available_timezones()
