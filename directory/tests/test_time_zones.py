"""Product 11: who is awake at work when I am."""

import zoneinfo
from datetime import UTC, datetime, timedelta

import pytest

from directory import time_zones
from directory.time_zones import overlapping_zones

ZONES = ["UTC", "Europe/Dublin", "Africa/Nairobi", "Asia/Kathmandu", "America/Chicago", "Pacific/Kiritimati"]


@pytest.mark.parametrize("zone", ZONES)
def test_one_is_awake_with_oneself(zone):
    assert zone in overlapping_zones(zone)


@pytest.mark.parametrize("one", ZONES)
@pytest.mark.parametrize("other", ZONES)
def test_it_goes_both_ways(one, other):
    assert (other in overlapping_zones(one)) is (one in overlapping_zones(other))


@pytest.mark.parametrize(
    ("zone", "near"),
    [
        ("Africa/Nairobi", True),
        ("America/New_York", True),
        ("America/Los_Angeles", False),
        ("Pacific/Auckland", False),
    ],
)
def test_three_hours_of_a_working_day_are_enough(zone, near):
    assert (zone in overlapping_zones("Europe/London")) is near


def test_across_the_date_line_a_day_apart_is_near():
    assert "Pacific/Honolulu" in overlapping_zones("Pacific/Kiritimati")


@pytest.mark.parametrize("month", [1, 7])
def test_it_is_right_on_the_day_it_is_asked(month, monkeypatch):
    """Clocks change on one side of the world and not on the other."""
    day = datetime(2026, month, 15, 12, tzinfo=UTC)
    monkeypatch.setattr(time_zones.timezone, "now", lambda: day)
    mine = day.astimezone(zoneinfo.ZoneInfo("Europe/London")).utcoffset()

    for zone in ("America/Chicago", "America/New_York", "Asia/Kolkata", "Australia/Perth"):
        apart = abs(day.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset() - mine)
        assert (zone in overlapping_zones("Europe/London")) is (apart <= timedelta(hours=5))
