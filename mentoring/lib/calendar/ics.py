"""Events as iCalendar text. Rules of P23 to P26; every text by the library, escaped and folded."""

import hashlib
import re
from datetime import UTC, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, vCalAddress, vDatetime, vRecur, vText
from icalendar import Event as Component

from mentoring.lib import subaddress
from mentoring.lib.calendar.zones import vtimezone
from mentoring.lib.signed import add_mark

PRODUCT = "-//Library mentoring//Meetings//EN"
# Controls, line ends, halves of characters, byte order marks: no text may hold them, or readers drop them.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")
UNSAFE_IN_NAMES = re.compile(r'["\\^;:,]+')  # quotes: some readers do not undo ^'
FEED_HOURS = 1
STAMP = re.compile("DTSTAMP:[0-9TZ]+")
REPLY = {"salt": "meetings.reply", "length": 16}  # the mark in an address that answers go to


def request(events, *, to, token, name, at=None):
    """A REQUEST to one person: their address, their secret token for answers, their name.

    One event, or those of a rhythm: the rule and the meetings that were moved, all under one UID.
    """
    return _message("REQUEST", events, to=to, token=token, name=name, at=at)


def cancel(events, *, to, token, name, at=None):
    """A CANCEL: of a single meeting, of a whole rhythm, or of one of its meetings."""
    return _message("CANCEL", events, to=to, token=token, name=name, at=at)


def _message(method, events, *, to, token, name, at):
    calendar, at = _calendar(method), at or timezone.now()
    _zones(calendar, events, at)
    for event in events:
        component = _component(event, at)
        component.add("organizer", _organizer(token))
        component.add("attendee", _attendee(to, name, asked=method == "REQUEST" and bool(token)))
        if method == "REQUEST":  # no button in Outlook that proposes another time by mail ([MS-OXCICAL])
            component.add("x-microsoft-disallow-counter", "TRUE")
        calendar.add_component(component)
    return calendar.to_ical().decode()


def feed(events, *, at=None):
    """All events as a calendar to subscribe to or to download (METHOD:PUBLISH): nobody is invited.

    Each event stands by itself, in UTC: none has a rule. What several say in the same words is written once: with
    500 meetings that is a tenth of the time.
    """
    calendar, at = _calendar("PUBLISH"), at or timezone.now()
    calendar.add("x-wr-calname", safe_text(settings.ASSOCIATION_NAME))
    calendar.add("refresh-interval", timedelta(hours=FEED_HOURS), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vText(f"PT{FEED_HOURS}H"))
    stamp, written, lines = _utc(at), {}, []
    for event in events:
        words = (event.summary, event.description, event.url, event.location, event.cancelled)
        if words not in written:
            written[words] = _words_alone(event)
        lines.append(
            f"BEGIN:VEVENT\r\nUID:{event.uid}\r\nDTSTAMP:{stamp}\r\nSEQUENCE:{event.sequence}\r\n"
            f"DTSTART:{_utc(event.starts)}\r\nDTEND:{_utc(event.ends)}\r\n{written[words]}"
        )
    begun, end, _nothing = calendar.to_ical().decode().rpartition("END:VCALENDAR")
    return f"{begun}{''.join(lines)}{end}\r\n"


def etag_of(text):
    """A weak ETag of a feed: the same as long as it says the same, whenever it was written."""
    return f'W/"{hashlib.sha256(STAMP.sub("", text).encode()).hexdigest()[:32]}"'


def _words_alone(event):
    """What an event of a feed says beside its number and its times, to the end of the event."""
    component = Component()
    _words(component, event)
    component.add("organizer", _organizer(""))
    return component.to_ical().decode().removeprefix("BEGIN:VEVENT\r\n")


def _utc(at):
    """20270131T093000Z. Not by strftime, which takes four times as long."""
    return at.astimezone(UTC).isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "") + "Z"


def _calendar(method):
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _zones(calendar, events, at):
    """The zones that wall times stand in: single meetings are in UTC and need none."""
    years = {}
    for event in events:
        if event.rule or event.planned:
            year = min(event.starts.year, (event.planned or event.starts).year)
            years[event.zone] = min(year, years.get(event.zone, year))
    for zone, year in years.items():
        calendar.add_component(vtimezone(zone, year, max(year, at.year)))


def _component(event, at):
    """What every event says, whatever the message. The UID alone: it outlives the name of the site."""
    component = Component()
    component.add("uid", str(event.uid))
    component.add("dtstamp", at.astimezone(UTC))
    component.add("sequence", event.sequence)
    _times(component, event)
    _words(component, event)
    return component


def _words(component, event):
    component.add("summary", safe_text(event.summary))
    component.add("description", safe_text(event.description))
    component.add("url", event.url)
    if location := safe_text(event.location):
        component.add("location", location)
    component.add("class", "PRIVATE")
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("transp", "OPAQUE")


def _times(component, event):
    for name, when in (("dtstart", event.starts), ("dtend", event.ends)):
        component[name] = _when(when, event.zone)
    if event.planned:
        component["recurrence-id"] = _when(event.planned, event.zone)
    if event.rule:
        component["rrule"] = vRecur.from_ical(event.rule)
        for local_time in event.left_out:
            component.add("exdate", _when(local_time, event.zone), encode=False)


def _when(when, zone):
    """An aware instant in UTC; a naive wall time in its zone, without asking any library what it means."""
    if when.tzinfo:
        return vDatetime(when.astimezone(UTC).replace(microsecond=0))
    value = vDatetime(when)
    value.params["TZID"] = zone
    return value


def _organizer(token):
    """The programme, at the address that answers go to."""
    organizer = vCalAddress(f"mailto:{reply_address(token)}")
    organizer.params["CN"] = safe_name(
        _("Mentoring, %(association)s") % {"association": settings.ASSOCIATION_NAME}
    )
    return organizer


def _attendee(address, name, *, asked):
    """The one person this event is for. An answer is asked for where one can come back."""
    attendee = vCalAddress(f"mailto:{address}")
    attendee.params["CN"] = safe_name(name) or safe_name(address)
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = "NEEDS-ACTION"
    attendee.params["RSVP"] = "TRUE" if asked and settings.CALENDAR_ADDRESS else "FALSE"
    return attendee


def safe_name(name):
    """A name without what calendar programs do not agree on: quotes, backslashes, ^ ; : and commas."""
    return safe_text(UNSAFE_IN_NAMES.sub(" ", name))


def safe_text(text):
    """One line, each run of spaces as one, without what no text may hold. Marks are escaped, not lost."""
    return " ".join(UNSEEN.sub(" ", text).split())


def reply_address(token):
    """`meetings+token@…` where answers are taken in; the sender of all mails where they are not.

    The token has a mark behind it: a copy of the database holds no address that answers anything.
    """
    if not (settings.CALENDAR_ADDRESS and token):
        return settings.CALENDAR_ADDRESS or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return subaddress.add_part(settings.CALENDAR_ADDRESS, add_mark(token, secret=settings.MAIL_KEY, **REPLY))
