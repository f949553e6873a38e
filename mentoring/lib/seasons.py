"""The season where somebody lives, told from the latitude of their time zone (zone.tab of the tz database)."""

import re
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

TROPIC = 23.44  # degrees: between the tropics the year has other seasons than these four
PLACE = re.compile(r"([+-]\d\d)(\d\d)\d{0,2}[+-]")  # ±DDMM or ±DDMMSS, then the longitude


class Season(StrEnum):
    """Three whole months each, as weather services count: spring in the north begins in March."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"


def season(zone, day):
    """The season on a date in a zone; None between the tropics, and where a zone is no place (UTC)."""
    latitude = _latitudes().get(zone, 0)
    if abs(latitude) < TROPIC:
        return None
    shift = 6 if latitude < 0 else 0
    return list(Season)[(day.month + shift) % 12 // 3]


@lru_cache(maxsize=1)
def _latitudes():
    """{zone: degrees north}."""
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[2]: _degrees(row[1]) for row in rows}


def _degrees(place):
    degrees, minutes = PLACE.match(place).groups()
    return float(f"{degrees[0]}{int(degrees[1:]) + int(minutes) / 60}")
