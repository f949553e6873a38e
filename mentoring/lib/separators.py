"""Marks between two texts of a line: French puts a no-break space before them."""

from django.utils.translation import pgettext


def colon():
    """Between a text and what it holds."""
    return pgettext("separator", ":")


def semicolon():
    """Between two facts."""
    return pgettext("separator", ";")
