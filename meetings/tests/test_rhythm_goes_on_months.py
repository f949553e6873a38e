"""Product 37: a month away that is said later is left out by the worker, and comes back when it is free again."""

from datetime import date, datetime

import pytest

from meetings.models import TimesOffer
from meetings.services import follow_up, offering
from meetings.tests.rhythm_meetings import local_times, whole
from mentoring.lib import walltime
from testing.making import moved, rhythm
from testing.meeting_pages import lives_in, mails, of, says

pytestmark = pytest.mark.django_db
START = date(2027, 2, 9)


def test_a_month_away_said_later_is_skipped_and_both_are_told_once(run, clock, pair, mentor, mentee):
    lives_in(mentor.time_zone, mentor, months_away=[7])
    told = len(mails(mentor, "rhythm_set"))
    for _ in range(2):
        follow_up.with_time()

    assert 7 not in {local_time.month for local_time in local_times(run)} and 6 in {
        local_time.month for local_time in local_times(run)
    }
    for who in (mentor, mentee):
        assert [outgoing.subject for outgoing in mails(who, "rhythm_set")[told:]] == [
            "We’re skipping some of your regular meetings"
        ]


@pytest.mark.parametrize(("planned", "to"), [("2027-06-29", "2027-07-02"), ("2027-07-06", "2027-06-30")])
def test_one_that_the_two_moved_there_or_away_stays(planned, to, run, pair, mentor, mentee):
    """They chose that day: what the month says comes second."""
    [meeting] = run.meetings.filter(planned=f"{planned}T16:00")
    meeting.mentorship = pair
    moved(meeting, mentor, walltime.parse_local(f"{to}T09:00"))
    lives_in(mentor.time_zone, mentor, months_away=[7])
    follow_up.with_time()

    meeting.refresh_from_db()
    assert (meeting.status, meeting.local_time) == ("agreed", f"{to}T09:00")


def test_a_month_left_out_from_the_start_comes_back_when_it_is_free_again(clock, pair, mentor, mentee):
    lives_in(mentor.time_zone, mentor, months_away=[7])
    pair.refresh_from_db()
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=START)
    assert 7 not in {local_time.month for local_time in local_times(run)}
    lives_in(mentor.time_zone, mentor, months_away=[])
    told = len(mails(mentee, "rhythm_set"))
    follow_up.with_time()

    assert whole(local_times(run)) and len(mails(mentee, "rhythm_set")) == told + 1


def test_a_month_away_said_and_unsaid_leaves_no_hole(run, mentor, mentee):
    for months in ([7], []):
        lives_in(mentor.time_zone, mentor, months_away=months)
        follow_up.with_time()

    assert whole(local_times(run))


def test_one_left_out_says_why_and_its_times_on_offer_wait_for_nobody(run, pair, as_, mentor, mentee):
    meeting = run.meetings.get(planned="2027-07-06T16:00")
    meeting.mentorship = pair
    offering.offer(meeting, by=mentee, slots=[(datetime(2027, 7, 8, 9), "UTC", False)])
    lives_in(mentor.time_zone, mentor, months_away=[7])
    follow_up.with_time()

    assert says(as_(mentee), of(pair, meeting), "one of you is away that month") != []
    assert not TimesOffer.objects.filter(status="open").exists()
    lives_in(mentor.time_zone, mentor, months_away=[])
    follow_up.with_time()
    assert says(as_(mentee), of(pair, meeting), "one of you is away that month") == []
