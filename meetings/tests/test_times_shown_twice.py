"""P26: a time that clocks skip is refused, one that they show twice is asked, and each answer is the right instant."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils.formats import date_format

from meetings import recurrence
from meetings.forms.rhythm import RhythmForm
from meetings.forms.times import TimesForm
from meetings.models import Meeting
from mentoring.lib import walltime
from profiles.models import Member
from testing import making

pytestmark = pytest.mark.any_database

# zone: (skipped, shown twice, the earlier and the later instant of that one)
NIGHTS = {
    "Europe/London": ("2027-03-28T01:30", "2027-10-31T01:30", "2027-10-31T00:30", "2027-10-31T01:30"),
    "America/Chicago": ("2027-03-14T02:30", "2027-11-07T01:30", "2027-11-07T06:30", "2027-11-07T07:30"),
    "Australia/Lord_Howe": ("2027-10-03T02:15", "2027-04-04T01:45", "2027-04-03T14:45", "2027-04-03T15:15"),
    "America/St_Johns": ("2027-03-14T02:30", "2027-11-07T01:30", "2027-11-07T04:00", "2027-11-07T05:00"),
}
everywhere = pytest.mark.parametrize("zone", NIGHTS)


def form(zone, local_time, which=""):
    return TimesForm({"slot_0": local_time, "which_0": which}, zone=zone)


def instant(text):
    return walltime.parse_local(text).replace(tzinfo=UTC)


@everywhere
@pytest.mark.parametrize("which", ("", "first", "second"))
def test_a_time_that_clocks_skip_is_refused_whatever_is_answered(zone, which, clock):
    """P26."""
    asked = form(zone, NIGHTS[zone][0], which)

    assert not asked.is_valid()
    assert "skip this one" in asked.errors["slot_0"][0]


@everywhere
def test_a_time_shown_twice_is_asked_and_not_guessed(zone, clock):
    """P26."""
    asked = form(zone, NIGHTS[zone][1])

    assert not asked.is_valid()
    assert "this time comes twice" in asked.errors["slot_0"][0]
    assert [bool(which) for _slot, which in asked.rows()] == [True, False, False, False, False]


@everywhere
@pytest.mark.parametrize(("which", "place"), (("first", 2), ("second", 3)))
def test_each_answer_is_its_own_instant_up_to_the_agreed_meeting(zone, which, place, clock, pair, mentor):
    """P26."""
    asked = form(zone, NIGHTS[zone][1], which)
    assert asked.is_valid()
    [slot] = asked.cleaned_data["slots"]
    meeting = making.proposed(pair, mentor)
    meeting.put_at(*slot[:2], fold=slot[2])

    assert meeting.starts_at == instant(NIGHTS[zone][place])
    assert not meeting.recompute_instants()


@everywhere
def test_both_of_a_time_shown_twice_can_be_offered_side_by_side(zone, clock):
    """P26."""
    local_time = NIGHTS[zone][1]
    both = TimesForm(
        {"slot_0": local_time, "which_0": "second", "slot_1": local_time, "which_1": "first"}, zone=zone
    )

    assert both.is_valid()
    starts = [
        walltime.instant_of_calendar(at, zone, fold=late) for at, _zone, late in both.cleaned_data["slots"]
    ]
    assert starts == [instant(NIGHTS[zone][2]), instant(NIGHTS[zone][3])]


@everywhere
@pytest.mark.parametrize("which", (0, 1), ids=("skipped", "twice"))
def test_a_rhythm_that_would_ever_meet_such_a_time_is_refused(zone, which, clock, db):
    """P26: it says on which day."""
    night = walltime.parse_local(NIGHTS[zone][which])
    data = {
        "pattern": "weekly",
        "day": recurrence.DAYS[night.weekday()],
        "at": f"{night:%H:%M}",
        "starts_on": f"{night:%Y-%m-%d}",
        "minutes": "60",
        "means": "phone",
    }
    asked = RhythmForm(data, zone=zone)

    assert not asked.is_valid()
    assert date_format(night.date()) in asked.errors["at"][0]
    assert RhythmForm(data | {"at": "16:00"}, zone=zone).is_valid()


def test_summer_time_never_moves_a_meeting_for_whoever_set_it(clock, pair, mentor, mentee):
    """P26: through the year of both zones; on the wall in Adelaide it stands at three times of day."""
    Member.objects.filter(pk=mentor.pk).update(time_zone="America/Chicago")
    mentor.refresh_from_db()
    making.rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU", at=time(16))
    singles = [alone(pair, mentor, days) for days in range(1, 365, 30)]
    starts = list(Meeting.objects.exclude(rhythm=None).values_list("starts_at", flat=True))

    assert len(starts) > 52
    assert {walltime.to_local(at, "America/Chicago").time() for at in [*starts, *singles]} == {time(16)}
    assert {walltime.to_local(at, "Australia/Adelaide").hour for at in starts} == {6, 7, 8}


def alone(pair, mentor, days):
    day = datetime(2027, 2, 4, 16) + timedelta(days=days)
    return making.agreed(pair, mentor, day).starts_at
