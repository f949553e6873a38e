"""An answer that cannot be trusted, or comes too late, changes nothing and says why without a word of it."""

import io
import zipfile

import pytest

from mail.incoming.dsn import NotOurs
from mail.models import OutgoingMail
from meetings.models import Attendee, OccurrenceResponse
from meetings.services import answers, keeping, rhythms
from mentoring.lib import subaddress
from mentoring.lib.calendar.ics import reply_address
from mentorships import services as life
from testing import making
from testing.calendar_answers import PROGRAMS, answer, seat_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
every_program = pytest.mark.parametrize("program", PROGRAMS)


def state():
    """All that an answer could change."""
    return (
        list(Attendee.objects.order_by("pk").values_list("pk", "answer", "answered_at", "sequence")),
        list(OccurrenceResponse.objects.values_list("seat", "meeting", "answer", "answered_at")),
        OutgoingMail.objects.exclude(kind="meetings/reply_not_taken").count(),
    )


def refused(raw, why):
    """Nothing changes, and the reason holds nothing of the mail."""
    before = state()
    with pytest.raises(NotOurs) as caught:
        answers.take_reply(raw)
    assert why in str(caught.value)
    assert "Secretwords" not in str(caught.value)
    assert "@" not in str(caught.value)
    assert state() == before


@every_program
def test_a_forged_token(program, seat):
    forged = reply_address("0" * 32)
    refused(answer(program, seat, "DECLINED", to=forged, organizer=forged), "nobody's event")


@every_program
def test_what_the_database_holds_of_an_address_is_no_address(program, seat, settings):
    """A8: a copy of the database answers nobody's invitation."""
    for guess in (seat.token, seat.token + "0" * 16):
        copied = subaddress.add_part(settings.CALENDAR_ADDRESS, guess)
        refused(answer(program, seat, "DECLINED", to=copied, organizer=copied), "no token")


@every_program
def test_a_right_token_with_the_uid_of_another(program, seat, rhythm, mentor):
    refused(answer(program, seat, "DECLINED", uid=seat_of(rhythm, mentor).uid), "nobody's event")


@every_program
def test_the_token_of_the_other_one_of_the_two(program, seat, meeting, mentee):
    """Nobody says no in another's name."""
    theirs = seat_of(meeting, mentee)
    raw = answer(program, seat, "DECLINED", uid=theirs.uid, to=reply_address(theirs.token))
    refused(raw, "a stranger's address")


@every_program
@pytest.mark.parametrize("place", ("sender", "attendee"))
def test_a_strangers_address(place, program, seat, stranger):
    refused(answer(program, seat, "DECLINED", **{place: stranger.email}), "a stranger's address")


@every_program
def test_an_address_that_was_never_confirmed(program, seat, mentor):
    mentor.emailaddress_set.create(email="else@test.example", verified=False)
    refused(answer(program, seat, "DECLINED", sender="else@test.example"), "a stranger's address")


@every_program
def test_a_yes_of_before_that_comes_again_after_a_no(program, seat):
    answers.take_reply(answer(program, seat, "DECLINED", minutes_later=5))
    refused(answer(program, seat, "ACCEPTED", minutes_later=0), "late")


@every_program
def test_a_moment_that_is_still_to_come(program, seat):
    """Or no later answer could ever be newer."""
    refused(answer(program, seat, "ACCEPTED", minutes_later=60), "from the future")


@every_program
def test_an_answer_to_the_time_before_it_was_moved(program, seat, meeting, mentee):
    was = meeting.starts_at
    making.moved(meeting, mentee, making.in_days(9))
    refused(answer(program, seat, "DECLINED", sequence=0, starts=was, minutes_later=5), "late")


@every_program
def test_an_answer_to_the_time_before_one_of_a_rhythm_was_moved(program, rhythm, mentor, mentee):
    one = rhythm.meetings.order_by("planned")[2]
    early = answer(program, seat_of(rhythm, mentor), "DECLINED", one=one, minutes_later=5)
    making.moved(one, mentee, making.in_days(40))
    refused(early, "late")


@every_program
def test_after_it_was_called_off(program, seat, meeting, mentee):
    keeping.cancel(meeting, by=mentee)
    refused(answer(program, seat, "DECLINED", minutes_later=5), "late")


@every_program
def test_after_the_rhythm_has_ended(program, rhythm, mentor, mentee):
    one, seat = rhythm.meetings.order_by("planned")[2], seat_of(rhythm, mentor)
    raws = [answer(program, seat, "DECLINED", minutes_later=5, one=one), answer(program, seat, "DECLINED")]
    rhythms.end(rhythm, by=mentee)
    for raw in raws:
        refused(raw, "late")


@every_program
def test_after_one_of_the_rhythm_was_called_off(program, rhythm, mentor, mentee):
    one = rhythm.meetings.order_by("planned")[2]
    keeping.cancel(one, by=mentee)
    refused(answer(program, seat_of(rhythm, mentor), "DECLINED", one=one), "late")


@pytest.mark.parametrize("verb", (life.pause, life.end))
def test_once_the_pair_rests_or_has_ended(verb, two, seat, mentor):
    """Also in the seconds before the worker comes by."""
    verb(two, by=mentor)
    refused(answer("google", seat, "DECLINED"), "late")


def test_once_it_is_over(seat, clock):
    clock.go(days=8)
    refused(answer("google", seat, "DECLINED"), "late")


def test_a_day_on_which_the_rhythm_does_not_meet(rhythm, mentor):
    one = rhythm.meetings.order_by("planned")[2]
    one.planned = one.planned.replace("T16:00", "T17:00")
    refused(answer("apple", seat_of(rhythm, mentor), "DECLINED", one=one), "late")


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
