"""Dates as exports write them. Whether 03/04 is in March or in April is a question to the whole column."""

import re
from datetime import date

PLAIN = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})")
SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)")
NEVER = {"never", "lifetime", "life", "none"}
FAR = date(9999, 12, 31)


def day_first(values):
    """True if some date of the column can only begin with the day; False for the month, also where none can tell."""
    for value in values:
        match = SLASHED.match(value.strip())
        if match and int(match[1]) > 12:
            return True
    return False


def read_date(value, *, day_first):
    """A date; FAR for "never"; None for nothing. ValueError for what is no date."""
    text = value.strip()
    if not text or set(text) <= set("0-/ :"):
        return None
    if text.lower() in NEVER:
        return FAR
    if match := PLAIN.match(text):
        return date(*map(int, match.groups()))
    match = SLASHED.match(text)
    if not match:
        raise ValueError(text)
    first, second, year = map(int, match.groups())
    day, month = (first, second) if day_first else (second, first)
    return date(year + (2000 if year < 100 else 0), month, day)
