"""Product 37: a zone has one name, and every name that a browser or an old row holds leads to it."""

import zoneinfo
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.lib.zones import canonical_zone, zone_names

YEAR = [datetime(2026, 1, 5, tzinfo=UTC) + timedelta(days=9 * week) for week in range(41)]


def clock(name):
    """What it shows through a year."""
    return [at.astimezone(zoneinfo.ZoneInfo(name)).utcoffset() for at in YEAR]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
        ("Asia/Katmandu", "Asia/Kathmandu"),
        ("Asia/Rangoon", "Asia/Yangon"),
        ("America/Godthab", "America/Nuuk"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("America/Indianapolis", "America/Indiana/Indianapolis"),
        ("Atlantic/Faeroe", "Atlantic/Faroe"),
        ("Pacific/Enderbury", "Pacific/Kanton"),
        ("Pacific/Truk", "Pacific/Chuuk"),
        ("Africa/Asmera", "Africa/Asmara"),
        ("US/Eastern", "America/New_York"),
        ("GB", "Europe/London"),
        ("Iceland", "Atlantic/Reykjavik"),
        ("Zulu", "UTC"),
        ("Etc/UTC", "UTC"),
        ("GMT", "UTC"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("UTC", "UTC"),
    ],
)
def test_an_old_name_leads_to_the_new_one(old, new):
    """Fault F18."""
    assert canonical_zone(old) == new


@pytest.mark.parametrize(
    "name",
    [
        "",
        None,
        "Mars/Olympus",
        "Europe",
        "europe/london",
        "../etc/passwd",
        "Etc/GMT+5",
        "Factory",
        "EST+5",
        "x" * 9999,
    ],
)
def test_what_is_no_zone_of_a_place_is_none(name):
    assert canonical_zone(name) is None


def test_every_zone_that_programs_know_keeps_its_clock_under_its_name():
    for name in zoneinfo.available_timezones():
        canonical = canonical_zone(name)
        assert canonical is None or clock(canonical) == clock(name), name


def test_every_name_is_its_own_and_can_be_opened():
    assert len(zone_names()) > 400
    assert all(canonical_zone(name) == name and zoneinfo.ZoneInfo(name) for name in zone_names())
