"""Product 42: hours granted, planned and used in the month; working hours shown as such; a note for the employer."""

from datetime import datetime

import pytest

import factories
from meetings import worktime
from meetings.models import Meeting
from meetings.services import keeping
from meetings.tests.office_hours import OFFICE, PAGE
from mentorships import services as life
from testing.making import agreed, proposed
from testing.meeting_pages import lives_in, of, says
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
TUESDAY, SATURDAY = datetime(2027, 2, 9, 10), datetime(2027, 2, 13, 10)


def held(meeting, by):
    Meeting.objects.filter(pk=meeting.pk).update(status="held")
    return meeting


def test_granted_used_planned_and_left(worker, pair, as_, mentor):
    agreed(pair, worker, TUESDAY)
    held(agreed(pair, worker, datetime(2027, 2, 10, 10), minutes=30), mentor)
    held(agreed(pair, worker, datetime(2027, 2, 11, 10), minutes=60), mentor)

    account = worktime.month_of(worker, 2027, 2)
    assert (account.granted, account.used, account.planned, account.left) == (240, 90, 60, 90)
    page = main_text(as_(worker).get(f"{PAGE}?month=2027-02"))
    for line in ("Allowed 4 h", "Used 1 h 30 min", "Planned 1 h", "Left 1 h 30 min"):
        assert line in page
    assert page.count("in your working hours") == 3


@pytest.mark.parametrize(("hour", "counts"), [(8, False), (9, True), (16, True), (17, False), (23, False)])
def test_working_hours_are_those_of_one_s_own_wall(hour, counts, worker, pair, as_):
    agreed(pair, worker, datetime(2027, 2, 9, hour))

    account = worktime.month_of(worker, 2027, 2)
    assert (account.planned, account.outside) == ((60, 0) if counts else (0, 60))
    line = ("in your working hours", "outside your working hours")[not counts]
    assert line in main_text(as_(worker).get(f"{PAGE}?month=2027-02"))


def test_the_same_meeting_is_work_for_one_and_an_evening_for_the_other(worker, pair, as_, mentor):
    """Ten in the morning in Nairobi is one at night in Lincoln."""
    lives_in("America/Chicago", mentor, **OFFICE)
    meeting = agreed(pair, worker, TUESDAY)

    assert worktime.month_of(worker, 2027, 2).planned == 60
    assert worktime.month_of(mentor, 2027, 2).outside == 60
    assert says(as_(worker), of(pair, meeting), "in your working hours") != []
    assert says(as_(mentor), of(pair, meeting), "in your working hours") == []


def test_what_falls_outside_is_said_and_does_not_count(worker, pair, as_):
    agreed(pair, worker, SATURDAY)

    page = main_text(as_(worker).get(f"{PAGE}?month=2027-02"))
    assert "Outside your working hours: 1 h (not counted)." in page
    assert "Planned 0 h" in page and "Left 4 h" in page


def test_more_than_granted_leaves_nothing_and_not_less(worker, pair):
    for day in (8, 9, 10):
        agreed(pair, worker, datetime(2027, 2, day, 10), minutes=120)

    account = worktime.month_of(worker, 2027, 2)
    assert (account.planned, account.left) == (360, 0)


def test_who_has_not_said_when_they_work_counts_every_meeting_and_is_told(clock, pair, as_, mentee):
    agreed(pair, mentee, SATURDAY)

    page = main_text(as_(mentee).get(f"{PAGE}?month=2027-02"))
    assert "You have not told us when you work, so every meeting counts." in page
    assert "You have not told us how many hours your employer allows." in page
    assert "Planned 1 h" in page and "Left" not in page
    assert "working hours;" not in page


def test_none_granted_is_not_the_same_as_not_said(worker, pair, as_):
    lives_in("Africa/Nairobi", worker, hours_per_month=0)
    page = main_text(as_(worker).get(f"{PAGE}?month=2027-02"))

    assert "Allowed 0 h" in page and "Left 0 h" in page and "have not told us how many" not in page


def test_only_what_was_held_is_used(clock, worker, pair, mentor):
    meeting = agreed(pair, worker, TUESDAY)
    proposed(pair, worker, datetime(2027, 2, 10, 10))
    keeping.cancel(agreed(pair, worker, datetime(2027, 2, 11, 10)), by=mentor)
    clock.go(days=10)
    assert (worktime.month_of(worker, 2027, 2).used, worktime.month_of(worker, 2027, 2).planned) == (0, 0)
    keeping.tell(meeting, by=mentor, held=False)
    assert worktime.month_of(worker, 2027, 2).used == 0
    keeping.tell(meeting, by=mentor, held=True)
    assert worktime.month_of(worker, 2027, 2).used == 60


def test_a_talk_held_outside_counts_too(clock, worker, pair):
    clock.now = datetime(2027, 2, 9, 9, tzinfo=clock.now.tzinfo)
    keeping.log(pair, by=worker)

    assert worktime.month_of(worker, 2027, 2).used == 30


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
def test_what_is_ahead_of_a_pair_that_does_not_go_on_is_not_planned(verb, worker, pair, mentor):
    held(agreed(pair, worker, TUESDAY), mentor)
    agreed(pair, worker, datetime(2027, 2, 10, 10))
    verb(pair, by=mentor)

    account = worktime.month_of(worker, 2027, 2)
    assert (account.used, account.planned, len(account.meetings)) == (60, 0, 1)


@pytest.mark.parametrize("who", ["stranger", "coordinator", "mentor"])
def test_the_account_is_one_s_own(who, worker, pair, as_, request):
    second = factories.pair(factories.mentor().member, worker)
    agreed(second, worker, TUESDAY)

    page = main_text(as_(request.getfixturevalue(who)).get(f"{PAGE}?month=2027-02"))
    assert "No meetings this month." in page and "Amina" not in page
