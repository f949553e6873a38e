"""Answers as Google, Outlook and Apple mail them, written by hand after theirs, to be filled in."""

import base64
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils import timezone

from meetings.models import Attendee
from mentoring.lib import walltime
from mentoring.lib.calendar.ics import reply_address

SAMPLES = Path(__file__).parent / "answered"
PROGRAMS = ("google", "outlook", "apple")
WINDOWS = {"Africa/Nairobi": "E. Africa Standard Time", "America/Chicago": "Central Standard Time"}
WORDS = "Secretwords: my lawyer"


def seat_of(row, member):
    """A meeting's or a rhythm's event in somebody's calendar. A meeting of a rhythm has none of its own."""
    place = "rhythm" if hasattr(row, "rule") else "meeting"
    return Attendee.objects.select_related("member").get(member=member, **{place: row})


def answer(program, seat, said="ACCEPTED", *, one=None, starts=None, minutes_later=1, **other):
    """The mail (bytes): to the whole of it, or to `one` of a rhythm. `other` takes the place of what is right."""
    stamp = timezone.now() + timedelta(minutes=minutes_later)
    starts = starts or (one or seat.meeting or seat.rhythm.meetings.order_by("planned")[0]).starts_at
    facts = {
        "uid": seat.uid,
        "sequence": seat.sequence,
        "said": said,
        "stamp": f"{stamp:%Y%m%dT%H%M%SZ}",
        "sender": seat.member.email,
        "attendee": seat.member.email,
        "to": reply_address(seat.token),
        "organizer": reply_address(seat.token),
        "words": WORDS,
        **_times(starts, one, seat),
    } | other
    facts["calendar"] = _encoded(_sample(f"{program}.ics", facts)) if program == "outlook" else ""
    return _sample(f"{program}.eml", facts).replace("\n", "\r\n").encode()


def _sample(name, facts):
    return (SAMPLES / name).read_text().format(**facts)


def _encoded(text):
    return base64.encodebytes(text.replace("\n", "\r\n").encode()).decode().strip()


def _times(starts, one, seat):
    """The same moments in UTC, under Windows' name of the answerer's zone, and in the zone of the rhythm."""
    mine = seat.member.time_zone if seat.member.time_zone in WINDOWS else "Africa/Nairobi"
    zone = seat.rhythm.zone if seat.rhythm_id else mine
    planned = one and walltime.instant_of_calendar(walltime.parse_local(one.planned), seat.rhythm.zone)
    ends = starts + timedelta(hours=1)
    return {
        "windows": WINDOWS[mine],
        "zone": zone,
        "offset": f"{starts.astimezone(ZoneInfo(zone)):%z}",
        "starts_utc": _written(starts, "UTC", "Z"),
        "ends_utc": _written(ends, "UTC", "Z"),
        "starts_windows": _written(starts, mine),
        "ends_windows": _written(ends, mine),
        "starts_zone": _written(starts, zone),
        "ends_zone": _written(ends, zone),
        "planned_utc": f"RECURRENCE-ID:{_written(planned, 'UTC', 'Z')}\n" if one else "",
        "planned_windows": f'RECURRENCE-ID;TZID="{WINDOWS[mine]}":{_written(planned, mine)}\n' if one else "",
        "planned_zone": f"RECURRENCE-ID;TZID=3D{zone}:{_written(planned, zone)}\n" if one else "",
    }


def _written(at, zone, end=""):
    return f"{at.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}{end}"
