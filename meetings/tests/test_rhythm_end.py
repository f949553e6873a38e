"""Product 37: a rhythm is ended by one of the two, once, and nothing beside it is touched."""

from datetime import datetime

import pytest

from meetings.services import offering, rhythms
from meetings.tests.rhythm_meetings import ahead
from testing.meeting_pages import mails, of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_ended_by_one_of_the_two_after_a_question(run, pair, as_, clock, mentor, mentee):
    clock.go(days=10)
    count = len([local_time for local_time in ahead(pair) if local_time > "2027-02-14"])
    page = main_text(as_(mentor).get(of(pair, "rhythm", "end")))
    assert f"{count} upcoming meetings will be cancelled." in page and rhythms.running(pair)
    as_(mentor).post(of(pair, "rhythm", "end"))

    assert rhythms.running(pair) is None
    assert ahead(pair) == ["2027-02-09T16:00"]  # what has been stays
    assert [len(mails(who, "rhythm_ended")) for who in (mentor, mentee)] == [1, 1]
    assert says(as_(mentee), of(pair, "rhythm"), "Use your last schedule again") != []


def test_ended_twice_is_ended_once(run, pair, as_, mentor, mentee):
    for _ in range(2):
        as_(mentor).post(of(pair, "rhythm", "end"))
    with pytest.raises(rhythms.MeetingConflict):
        rhythms.end(run, by=mentee)

    assert len(mails(mentee, "rhythm_ended")) == 1


def test_a_single_meeting_beside_a_rhythm_is_not_touched_by_its_end(run, pair, mentor, mentee):
    meeting = offering.propose_times(
        pair,
        by=mentee,
        means="chat",
        minutes=30,
        place="",
        slots=[(datetime(2027, 2, 12, 9), mentee.time_zone, False)],
    )
    offering.pick(meeting, by=mentor, slot=meeting.offers.get().slots.get().pk)
    rhythms.end(run, by=mentor)

    assert ahead(pair) == ["2027-02-12T09:00"]
