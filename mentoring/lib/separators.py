"""Marks between two texts of a line: French puts a no-break space before them."""

from django.utils.translation import pgettext

ENDS = ("?", "…")


def colon():
    """Between a text and what it holds."""
    return pgettext("separator", ":")


def colon_after(label):
    """Between what a label calls and what is said of it: none after “?” and “…”, which end the label themselves."""
    return "" if str(label).endswith(ENDS) else colon()


def semicolon():
    """Between two facts."""
    return pgettext("separator", ";")
