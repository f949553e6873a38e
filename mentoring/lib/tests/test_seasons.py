"""Product 53: the season where the reader is, not here."""

from datetime import date
from zoneinfo import available_timezones

import pytest

from mentoring.lib.seasons import season

JANUARY, APRIL, JULY, OCTOBER = (date(2027, month, 1) for month in (1, 4, 7, 10))


@pytest.mark.parametrize(
    ("zone", "seasons"),
    [
        ("Europe/London", "winter spring summer autumn"),
        ("America/Chicago", "winter spring summer autumn"),
        ("America/Argentina/Buenos_Aires", "summer autumn winter spring"),
        ("Australia/Adelaide", "summer autumn winter spring"),
        ("Pacific/Auckland", "summer autumn winter spring"),
        ("Africa/Johannesburg", "summer autumn winter spring"),
        ("Africa/Nairobi", "None None None None"),
        ("America/Bogota", "None None None None"),
        ("Australia/Darwin", "None None None None"),
        ("UTC", "None None None None"),
        ("Mars/Olympus", "None None None None"),
    ],
)
def test_the_season_of_a_zone(zone, seasons):
    assert " ".join(str(season(zone, day)) for day in (JANUARY, APRIL, JULY, OCTOBER)) == seasons


def test_north_and_south_change_in_the_same_months():
    for zone in ("Europe/Madrid", "America/Santiago"):
        year = [season(zone, date(2027, month, 28)) for month in range(1, 13)]
        assert [month for month in range(1, 12) if year[month] != year[month - 1]] == [2, 5, 8, 11]


def test_every_zone_has_an_answer():
    """And the two halves of the world are both there."""
    found = [season(zone, JULY) for zone in available_timezones()]
    assert {"summer", "winter", None} == set(found)
