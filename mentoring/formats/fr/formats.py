"""Dates in French: `S` is the “er” of the first of a month (`mentoring/lib/ordinals.py`)."""

DATE_FORMAT = "jS F Y"
DATETIME_FORMAT = "jS F Y, H:i"
MONTH_DAY_FORMAT = "jS F"
