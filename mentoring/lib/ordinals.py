"""The ordinal of a day in French dates: 1er décembre, then 2 décembre. Django’s `S` knows the English ones only."""

from django.utils.dateformat import DateFormat
from django.utils.translation import get_language

english = DateFormat.S


def ordinal(date_format):
    """What `S` stands for. In French: “er” after the first of a month, nothing after other days."""
    if (get_language() or "").startswith("fr"):
        return "er" if date_format.data.day == 1 else ""
    return english(date_format)


def install():
    """For every date that a page or an email shows."""
    DateFormat.S = ordinal
