"""Product 38: what is no single answer, or cannot be read, changes nothing."""

import io
import zipfile

import pytest

from meetings.models import OccurrenceResponse
from meetings.services import answers
from meetings.tests.refused_answers import refused
from testing.calendar_answers import answer, seat_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


ODD = {
    "a request": (b"METHOD:REPLY", b"METHOD:REQUEST", "no REPLY"),
    "two methods": (b"METHOD:REPLY", b"METHOD:REPLY\r\nMETHOD:REPLY", "no REPLY"),
    "no method": (b"METHOD:REPLY\r\n", b"", "no REPLY"),
    "two events": (b"END:VEVENT", b"END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT", "not one event"),
    "two attendees": (
        b"SEQUENCE:",
        b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@test.example\r\nSEQUENCE:",
        "twice",
    ),
    "two uids": (b"SEQUENCE:", b"UID:1\r\nSEQUENCE:", "twice"),
    "an odd answer": (b"PARTSTAT=ACCEPTED", b"PARTSTAT=DELEGATED", "an answer we do not know"),
    "a whole day": (b"DTSTAMP:2027", b"DTSTAMP;VALUE=DATE:20270203\r\nX:", "a day, not a time"),
    "a far year": (b"DTSTAMP:2027", b"DTSTAMP:9999", "not of our time"),
    "no year": (b"DTSTAMP:2027", b"DTSTAMP:0001", "not of our time"),
    "no number": (b"SEQUENCE:", b"SEQUENCE:x", "not readable"),
    "nobody": (b"From: ", b"X-From: ", "not readable"),
    "two senders": (b"From: ", b"From: evil@test.example\r\nFrom: ", "not readable"),
    "no calendar": (b"text/calendar", b"text/x-calendar", "no calendar"),
}


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_single_answer(odd, seat):
    was, now, why = ODD[odd]
    raw = answer("google", seat)
    assert was in raw
    refused(raw.replace(was, now).replace(b"application/ics", b"application/x"), why)


def test_broken_base64(seat):
    raw = answer("outlook", seat)
    refused(raw.replace(b"QkVHSU46VkNBTEVOREFS", b"*QkVHSU46VkNBTEV"), "no REPLY")


@pytest.mark.parametrize("size", (200_000, 2_000_000))
def test_too_large(size, seat):
    """A calendar of 200 kB, or a mail of 2 MB."""
    raw = answer("google", seat)
    refused(raw.replace(b"SUMMARY:", b"X-LONG:" + b"x" * size + b"\r\nSUMMARY:"), "too large")


def test_a_zip(seat):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("reply.ics", answer("google", seat))
    refused(packed.getvalue(), "no calendar")


def test_a_zone_that_one_mail_brings_along_is_not_learned_by_the_next(rhythm, mentor):
    """A stranger cannot move what others answer to."""
    one, seat = rhythm.meetings.order_by("planned")[2], seat_of(rhythm, mentor)
    mine = f"RECURRENCE-ID;TZID=Somewhere:{one.planned.replace('-', '').replace(':', '')}00\n"
    evil = answer("outlook", seat, windows="Somewhere", offset="+1100", sender="evil@test.example")
    refused(evil, "a stranger's address")
    answers.take_reply(answer("outlook", seat, "ACCEPTED", one=one, planned_windows=mine))

    assert OccurrenceResponse.objects.get().meeting == one
