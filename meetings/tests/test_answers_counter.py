"""Product 38: another time that somebody's calendar proposes counts with what it says, and changes nothing."""

import pytest

from meetings.services import answers, keeping
from meetings.tests.answer_mails import not_taken
from testing.calendar_answers import answer
from testing.meeting_pages import all_of, mails

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def said_by(seat):
    seat.refresh_from_db()
    return seat.answer


def counter(program, seat, said, **other):
    """Outlook's "decline and propose": another time, and what is said of this one. Not in base64, to be changed."""
    raw = answer(program, seat, said, starts=None, **other)
    return raw.replace(b"METHOD:REPLY", b"METHOD:COUNTER").replace(b"method=REPLY", b"method=COUNTER")


@pytest.mark.parametrize("program", ["google", "apple"])
@pytest.mark.parametrize("said", ["TENTATIVE", "DECLINED"])
def test_another_time_counts_with_what_it_says_and_its_sender_hears_where_times_are_moved(
    said, program, seat, meeting, mentor, mentee
):
    """Fault F4."""
    for minutes in (1, 2):
        answers.take_reply(counter(program, seat, said, minutes_later=minutes))

    assert said_by(seat) == said
    [mail] = mails(mentor, "times_moved_here")
    assert f"/meetings/{meeting.code}/" in mail.text and "Secretwords" not in all_of(mail)
    assert len(mails(mentee, "calendar_declined")) == (said == "DECLINED")
    assert mails(mentor, "reply_not_taken") == []


def test_another_time_from_a_stranger_counts_for_nothing(seat, mentor):
    not_taken(counter("google", seat, "DECLINED", sender="assistant@test.example"))

    assert said_by(seat) == "NEEDS-ACTION"
    assert len(mails(mentor, "reply_not_taken")) == 1 and mails(mentor, "times_moved_here") == []


def test_outlook_is_asked_to_offer_no_such_button(seat, mentor, mentee, meeting):
    assert "X-MICROSOFT-DISALLOW-COUNTER:TRUE" in mails(mentor, "meeting_set")[0].calendar
    keeping.cancel(meeting, by=mentee)
    assert "DISALLOW-COUNTER" not in mails(mentor, "meeting_cancelled")[0].calendar
