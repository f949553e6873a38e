"""Hostile mails to the address for answers: refused with a reason, quickly, whatever they are. Never another error."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from mail.incoming.dsn import NotOurs
from meetings.calendar import replies
from meetings.services import answers, not_taken
from testing import making
from testing.calendar_answers import PROGRAMS, answer, seat_of
from testing.hostile_texts import PIECES
from testing.meeting_pages import lives_in

pytestmark = pytest.mark.django_db
BITS = st.one_of(st.binary(max_size=12), st.sampled_from(PIECES).map(str.encode))
CUTS = st.tuples(st.floats(0, 1), st.integers(0, 60), BITS)
SECONDS = 6  # of this thread's own work; one or two on most machines


@pytest.fixture
def seat(clock, pair, mentor, mentee, settings):
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    lives_in("Africa/Nairobi", mentee)
    return seat_of(making.rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU"), mentor)


@pytest.fixture
def mails(seat):
    """To the whole and to one of it, from each program."""
    ones = (None, seat.rhythm.meetings.order_by("planned")[2])
    return [answer(program, seat, "DECLINED", one=one) for program in PROGRAMS for one in ones]


def taken(raw):
    """True, or the reason against it."""
    try:
        return bool(answers.take_reply(raw))
    except NotOurs as reason:
        return str(reason)


def cut(raw, cuts):
    """With bits in place of others."""
    for where, length, bits in cuts:
        at = int(where * len(raw))
        raw = raw[:at] + bits + raw[at + length :]
    return raw


@pytest.mark.any_database
def test_two_thousand_mutations_are_taken_or_refused(mails):
    """P4's way of asking: 0 crashes."""
    reasons = set()

    @limits(
        max_examples=2000,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(mails), st.lists(CUTS, min_size=1, max_size=4))
    def mutate(raw, cuts):
        reasons.add(taken(cut(raw, cuts)))

    mutate()
    assert len(reasons) > 8


@limits(max_examples=300, deadline=None, database=None, phases=[Phase.generate])
@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_refused(raw):
    with pytest.raises(NotOurs):
        replies.read_reply(raw)


LONG = {
    "a name of brackets": b"From: " + b"(" * 900_000 + b"\r\n\r\n",
    "a name of quotes": b'From: "' + b'\\"' * 400_000 + b"\r\n\r\n",
    "many receivers": b"To: " + b"a@b.example, " * 70_000 + b"\r\n\r\n",
    "nested parts": b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(8_000)
    ),
    "many parts": b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n\r\n\r\n" * 90_000,
    "encoded words": b"From: " + b"=?utf-8?q?=41?= " * 60_000 + b"<a@b.example>\r\n\r\n",
}
CALENDARS = {
    "nested components": b"BEGIN:VEVENT\r\n" * 7_000,
    "many events": b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 3_500,
    "quotes": b'ATTENDEE;CN="' + b'";CN="' * 16_000 + b"\r\n",
    "parameters": b"ATTENDEE" + b";A=b" * 24_000 + b":mailto:a\r\n",
    "folds": b"ATTENDEE" + b"\r\n " * 30_000 + b"\r\n",
    "line ends": b"\r\n" * 49_000,
    "ends": b"END:VCALENDAR\r\n" * 6_000,
    "digits": b"SEQUENCE:" + b"9" * 90_000 + b"\r\n",
}


def quickly(raw):
    """It is read or refused before anybody gets tired."""
    began = time.thread_time()
    with suppress(NotOurs):
        replies.read_reply(raw)
    not_taken.answer(raw)
    assert time.thread_time() - began < SECONDS


@pytest.mark.parametrize("kind", LONG)
def test_a_mail_that_is_made_to_take_long_does_not(kind, mails):
    """As it is; and with an honest answer's headers and calendar after it."""
    quickly(LONG[kind])
    quickly(LONG[kind].rstrip(b"\r\n") + b"\r\n" + mails[4][:1000] + b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("kind", CALENDARS)
def test_a_calendar_that_is_made_to_take_long_does_not(kind, mails):
    quickly(mails[4].replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\n" + CALENDARS[kind], 1))
    start = b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"
    quickly(start + CALENDARS[kind])


def test_a_calendar_without_a_name_in_it_is_looked_through_quickly(mails):
    """For the secret address, which it may name anywhere."""
    quickly(b"From: a@b.example\r\nContent-Type: text/calendar\r\n\r\n" + b"a" * 99_000)
    quickly(b"From: a@b.example\r\nContent-Type: text/calendar\r\n\r\n" + b"meetings+" * 10_000)
