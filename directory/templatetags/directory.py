"""The boxes to tick beside the list."""

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def checkboxes(name, choices):
    """A label for each `Choice`, as safe HTML.

    In Python, because there are some hundred and fifty on the page: a template with a loop takes a third
    of the whole page for them (5.1 ms instead of 0.5 where the page takes 13).
    """
    return mark_safe("\n".join(_checkbox(name, choice) for choice in choices))  # noqa: S308 escaped here


def _checkbox(name, choice):
    none = "" if choice.count else ' class="none"'
    checked = " checked" if choice.chosen else ""
    return (
        f'<label{none}><input type="checkbox" name="{name}" value="{escape(choice.slug)}"{checked}> '
        f'<span>{escape(choice.label)}</span> <span class="count">{choice.count}</span></label>'
    )
