"""Product 37: the dates of a rhythm: by the wall of whoever set it, and never too many."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from meetings import recurrence
from meetings.models import Meeting, MeetingRhythm
from mentoring.lib import walltime
from testing.making import rhythm, rhythm_proposed
from testing.meeting_pages import lives_in, of, says
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WEEKS = {"weekly": 1, "2-weeks": 2, "3-weeks": 3, "4-weeks": 4, "6-weeks": 6, "8-weeks": 8}
NTH = {
    "first": (1, 1),
    "second": (2, 1),
    "third": (3, 1),
    "fourth": (4, 1),
    "last": (-1, 1),
    "2-months": (1, 2),
    "3-months": (1, 3),
}


def nth(year, month, number, weekday):
    """The nth weekday of a month, counted on the fingers."""
    days = [date(year, month, 1) + timedelta(days=n) for n in range(31)]
    found = [day for day in days if day.month == month and day.weekday() == weekday]
    return found[number - 1 if number > 0 else number]


def expected(pattern, weekday, start, end):
    """The dates a person would write into a calendar."""
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    if pattern in WEEKS:
        fitting = [day for day in days if day.weekday() == weekday]
        return fitting[:: WEEKS[pattern]]
    number, months = NTH[pattern]
    fitting = [day for day in days if day == nth(day.year, day.month, number, weekday)]
    first = fitting[0].year * 12 + fitting[0].month
    return [day for day in fitting if (day.year * 12 + day.month - first) % months == 0]


@pytest.mark.parametrize("start", [date(2027, 2, 28), date(2027, 3, 31), date(2027, 12, 24)])
@pytest.mark.parametrize("pattern", recurrence.PATTERNS)
def test_every_pattern_begins_on_or_after_the_chosen_day_and_goes_on(pattern, start):
    for weekday, day in enumerate(recurrence.DAYS):
        rule, end = recurrence.rule_of(pattern, day), start + timedelta(days=800)
        run = MeetingRhythm(rule=rule, starts_on=recurrence.first_on(rule, start), at=time(16), zone="UTC")

        found = [local_time.date() for local_time in recurrence.local_times(run, until=end)]
        assert found == expected(pattern, weekday, start, end)
        assert recurrence.parts_of(rule) == (pattern, day)


def test_what_is_shown_before_is_what_is_made_after(clock, pair, as_, mentor, mentee):
    lives_in("America/Chicago", mentee, months_away=[7])
    run = rhythm_proposed(pair, mentee, rule="FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", starts_on=date(2027, 5, 1))
    page = main_text(as_(mentor).get(of(pair, "rhythm")))
    as_(mentor).post(of(pair, "rhythm", "answer"), {"rhythm": run.code, "agree": "1"})

    made = Meeting.objects.order_by("starts_at").values_list("starts_at", flat=True)
    assert [walltime.to_local(at, mentee.time_zone).date() for at in made[:3]] == [
        date(2027, 5, 6),
        date(2027, 6, 17),
        date(2027, 9, 9),
    ]
    for said in ("Thursday 6 May at 22:00", "Thursday 17 June at 22:00", "Thursday 9 September at 22:00"):
        assert said in page
    assert says(as_(mentor), of(pair, "rhythm"), "Thursday 9 September at 22:00") != []


ZONES = (
    ("Africa/Nairobi", "America/Chicago"),
    ("America/Chicago", "Africa/Nairobi"),
    ("Australia/Adelaide", "America/St_Johns"),
    ("America/St_Johns", "Australia/Adelaide"),
)


@pytest.mark.parametrize(("mine", "theirs"), ZONES)
def test_through_a_year_the_wall_of_whoever_set_it_stays(mine, theirs, clock, pair, mentor, mentee):
    lives_in(mine, mentee)
    lives_in(theirs, mentor)
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", at=time(16, 30), starts_on=date(2027, 2, 9))

    starts = list(run.meetings.values_list("starts_at", flat=True))
    assert len(starts) > 52
    assert {walltime.to_local(at, mine).time() for at in starts} == {time(16, 30)}
    assert {walltime.to_local(at, mine).weekday() for at in starts} == {1}
    assert len({walltime.to_local(at, theirs).time() for at in starts}) > 1


def test_on_the_night_that_clocks_change_the_instant_is_right(clock, pair, mentee):
    """Chicago goes forward on 14 March 2027: nine in the morning is 15:00 UTC before, 14:00 after."""
    lives_in("America/Chicago", mentee)
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=SU", at=time(9), starts_on=date(2027, 3, 7))

    assert list(run.meetings.order_by("starts_at").values_list("starts_at", flat=True)[:2]) == [
        datetime(2027, 3, 7, 15, tzinfo=UTC),
        datetime(2027, 3, 14, 14, tzinfo=UTC),
    ]


@pytest.mark.parametrize("pattern", recurrence.PATTERNS)
def test_never_more_than_sixty_are_made(pattern, clock, pair, mentee):
    run = rhythm(pair, mentee, rule=recurrence.rule_of(pattern, "TU"), starts_on=date(2027, 2, 9))

    starts = list(run.meetings.values_list("starts_at", flat=True))
    assert 4 <= len(starts) <= 60
    assert max(starts) <= clock.now + timedelta(days=401)


def test_a_rhythm_from_today_has_no_meeting_that_is_over(clock, pair, mentee):
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=WE", at=time(7), starts_on=date(2027, 2, 3))

    assert run.meetings.order_by("starts_at").first().local_time == "2027-02-10T07:00"
