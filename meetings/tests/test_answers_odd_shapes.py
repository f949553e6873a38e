"""Product 38: answers in the shapes that programs give them: orders, lines, charsets, zones and files."""

import pytest

from mail.incoming.dsn import NotOurs
from meetings.models import OccurrenceResponse
from meetings.services import answers
from testing.calendar_answers import PROGRAMS, answer, seat_of
from testing.meeting_pages import mails

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
every_program = pytest.mark.parametrize("program", PROGRAMS)


def not_taken(raw):
    with pytest.raises(NotOurs):
        answers.take_reply(raw)


def said_by(seat):
    seat.refresh_from_db()
    return seat.answer


@every_program
def test_a_later_no_counts_whatever_the_clock_of_its_sender_says(program, seat, mentee):
    """F18: the same DTSTAMP, or an earlier one."""
    for minutes in (5, 0):
        answers.take_reply(answer(program, seat, "ACCEPTED", minutes_later=5))
        answers.take_reply(answer(program, seat, "DECLINED", minutes_later=minutes))
        assert said_by(seat) == "DECLINED"
    assert len(mails(mentee, "calendar_declined")) == 1


@every_program
def test_a_yes_with_the_same_moment_as_the_no_before_it_counts(program, seat):
    for said in ("DECLINED", "ACCEPTED"):
        answers.take_reply(answer(program, seat, said))

    assert said_by(seat) == "ACCEPTED"


def test_the_same_mail_twice_is_taken_twice_and_answered_never(seat, mentor, mentee):
    for _ in range(2):
        answers.take_reply(answer("google", seat, "DECLINED"))

    assert len(mails(mentee, "calendar_declined")) == 1 and mails(mentor, "reply_not_taken") == []


def twice(raw, line, times=2):
    """With this line of the calendar more than once."""
    at = raw.index(line)
    end = raw.index(b"\r\n", raw.index(b":mailto:", at)) + 2
    return raw[:at] + raw[at:end] * times + raw[end:]


def test_two_lines_for_the_same_address_are_one(seat):
    """Fault F18."""
    raw = answer("google", seat, "DECLINED")
    answers.take_reply(twice(raw, b"ATTENDEE;"))

    assert said_by(seat) == "DECLINED"


def test_two_lines_for_two_addresses_of_the_same_person_are_one(seat, mentor):
    mentor.emailaddress_set.create(email="rosalind@work.example", verified=True)
    extra = b"ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Rosalind@Work.example\r\nSEQUENCE:"
    answers.take_reply(answer("google", seat).replace(b"SEQUENCE:", extra))

    assert said_by(seat) == "ACCEPTED"


def test_two_lines_that_say_different_things_are_answered(seat, mentor):
    extra = f"ATTENDEE;PARTSTAT=DECLINED:mailto:{mentor.email}\r\nSEQUENCE:".encode()
    not_taken(answer("google", seat).replace(b"SEQUENCE:", extra))

    assert len(mails(mentor, "reply_not_taken")) == 1


def test_a_rhythm_and_one_of_it_in_one_mail(rhythm, mentor):
    seat, one = seat_of(rhythm, mentor), rhythm.meetings.order_by("planned")[2]
    whole, single = (
        answer("google", seat, said, one=which) for said, which in (("ACCEPTED", None), ("DECLINED", one))
    )
    event = single[single.index(b"BEGIN:VEVENT") : single.index(b"END:VCALENDAR")]
    answers.take_reply(whole.replace(b"END:VCALENDAR", event + b"END:VCALENDAR", 1))

    assert said_by(seat) == "ACCEPTED"
    assert OccurrenceResponse.objects.get().answer == "DECLINED"


@pytest.mark.parametrize("charset", ["x-unknown", "iso-8859-15", "cp1252", "", "utf8mb4"])
def test_an_odd_charset_is_read_all_the_same(charset, seat):
    raw = answer("google", seat, "TENTATIVE").replace(
        b'text/calendar; charset="UTF-8"', f'text/calendar; charset="{charset}"'.encode()
    )
    answers.take_reply(raw)

    assert said_by(seat) == "TENTATIVE"


@pytest.mark.parametrize(
    "zone",
    [
        "/freeassociation.sourceforge.net/Africa/Nairobi",
        "/softwarestudio.org/Olson_20011030_5/Africa/Nairobi",
        "Nowhere at all",
    ],
)
def test_an_odd_zone_is_read_all_the_same(zone, rhythm, mentor):
    seat, one = seat_of(rhythm, mentor), rhythm.meetings.order_by("planned")[2]
    mine = f'RECURRENCE-ID;TZID="{zone}":{one.planned.replace("-", "").replace(":", "")}00\n'
    answers.take_reply(answer("google", seat, "DECLINED", one=one, planned_utc=mine))

    assert OccurrenceResponse.objects.get().meeting == one


def test_a_whole_day_as_the_beginning_does_not_matter(seat):
    raw = answer("google", seat, "ACCEPTED")
    at = raw.index(b"DTSTART:")
    answers.take_reply(raw[:at] + b"DTSTART;VALUE=DATE:20270210" + raw[raw.index(b"\r\n", at) :])

    assert said_by(seat) == "ACCEPTED"


def test_a_calendar_in_a_file_of_no_kind_is_read(seat):
    raw = answer("google", seat, "ACCEPTED").replace(b"application/ics", b"application/x")
    raw = raw.replace(
        b'text/calendar; charset="UTF-8"; method=REPLY', b'application/octet-stream; name="reply.ics"'
    )
    answers.take_reply(raw)

    assert said_by(seat) == "ACCEPTED"
