"""P23: the zone that goes with an invitation means to other programs what the zone database says, and Outlook reads it."""

from datetime import datetime, time, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import available_timezones

import pytest
from dateutil.rrule import rrulestr

from mentoring.lib import walltime
from mentoring.lib.calendar import ics
from mentoring.lib.calendar.event import Event
from mentoring.lib.calendar.zones import vtimezone
from testing import strategies

WEEKLY, WEEKS = "FREQ=WEEKLY;BYDAY=SU", 120
BY_RULE = (
    "America/Chicago",
    "America/St_Johns",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Auckland",
)


@cache
def each_kind_of_zone():
    """One zone for each way in which clocks will go in the coming years, of all that there are."""
    days = [datetime(2027, 1, 1, 12) + timedelta(days=7 * week) for week in range(WEEKS)]
    kinds = {}
    for zone in sorted(available_timezones() - {"localtime", "Factory"}):
        kinds.setdefault(tuple(walltime.instant_of_calendar(day, zone) for day in days), zone)
    return sorted(kinds.values())


def sundays(zone):
    """An invitation for each Sunday at noon."""
    event = Event(
        uid=UUID(int=1),
        sequence=0,
        starts=datetime(2027, 1, 3, 12),
        ends=datetime(2027, 1, 3, 13),
        summary="Meeting",
        description="On Sunday",
        url="https://m.example/",
        zone=zone,
        rule=WEEKLY,
    )
    return ics.request([event], to="a@test.example", token="", name="A", at=strategies.NOW)


def test_in_every_zone_there_is_each_sunday_is_when_the_zone_database_says(libical):
    """P23: 120 Sundays in each."""
    zones = each_kind_of_zone()
    seen, wrong = libical.read(map(sundays, zones), most=WEEKS)
    local_times = rrulestr(WEEKLY, dtstart=datetime(2027, 1, 3, 12))[:WEEKS]

    assert not any(wrong)
    assert len(zones) > 50
    for zone, [event] in zip(zones, seen, strict=True):
        meant = [
            f"{walltime.instant_of_calendar(local_time, zone):%Y%m%dT%H%M%SZ}" for local_time in local_times
        ]
        assert event["occurrences"] == meant, zone


@pytest.mark.parametrize("zone", BY_RULE)
def test_outlook_gets_one_rule_for_summer_and_one_for_winter(zone):
    """P23: it reads nothing else (MS-OXCICAL); by dates alone, its meetings stood an hour off in summer."""
    lines = vtimezone(zone, 2027, 2027).to_ical().decode().splitlines()

    assert sorted(line for line in lines if line.startswith("BEGIN")) == [
        "BEGIN:DAYLIGHT",
        "BEGIN:STANDARD",
        "BEGIN:VTIMEZONE",
    ]
    assert len([line for line in lines if line.startswith("RRULE:FREQ=YEARLY;BYDAY=")]) == 2
    assert not [line for line in lines if line.startswith("RDATE")]


def test_where_clocks_keep_to_no_rule_there_are_dates():
    """P23: Ramadan."""
    lines = vtimezone("Africa/Casablanca", 2027, 2027).to_ical().decode()

    assert "RDATE" in lines
    assert "RRULE" not in lines


def test_a_rhythm_of_many_years_brings_a_zone_that_is_right_beyond_today():
    """P23: five years from the year of the message on, whenever the rhythm began."""
    text = vtimezone("Africa/Casablanca", 2020, 2027).to_ical().decode()

    assert "DTSTART:2020" in text
    assert ",2031" in text.replace("\r\n ", "")


def test_summer_is_daylight_where_the_law_calls_winter_the_exception():
    """P23: Dublin, where other programs would have winter and summer the wrong way round."""
    zone = vtimezone("Europe/Dublin", 2027, 2027)
    [summer] = [part for part in zone.subcomponents if part.name == "DAYLIGHT"]

    assert summer["TZNAME"] == "IST"
    assert summer["DTSTART"].dt.time() == time(1)
