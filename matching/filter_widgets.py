"""The boxes to tick, drawn in Python: there are hundreds on the page, and each is one line."""

from django.utils.html import escape
from django.utils.safestring import mark_safe


def boxes(kind, choices):
    """The labels of some choices, as safe HTML."""
    return mark_safe("\n".join(_box(kind, choice) for choice in choices))  # noqa: S308 escaped here


def _box(kind, choice):
    none = "" if choice.count else ' class="none"'
    checked = " checked" if choice.chosen else ""
    return (
        f'<label{none}><input type="checkbox" name="{kind}" value="{escape(choice.slug)}"{checked}> '
        f'<span>{escape(choice.label)}</span> <span class="count">{choice.count}</span></label>'
    )


def drawn(groups):
    """(label, first boxes, further boxes) of every group that has any."""
    for kind, title, first, more in groups:
        if first:
            yield title, boxes(kind, first), boxes(kind, more)
