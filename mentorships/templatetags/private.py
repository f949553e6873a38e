"""Showing private texts: as paragraphs, or as one clear line where a text does not open."""

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from mentoring.lib.vault import CannotOpen, RingTrouble

register = template.Library()


@register.filter
def words(row, column):
    """{{ row|words:"text" }}: the text of a column, safe to show."""
    try:
        text = getattr(row, column)
    except (CannotOpen, RingTrouble):
        return format_html('<p class="unreadable">{}</p>', _("This text cannot be opened."))
    return mark_safe(linebreaks(text, autoescape=True)) if text else ""  # noqa: S308 escaped


@register.filter
def written(row, column):
    """{% if row|written:"text" %}: whether there is a text, opened or not."""
    return bool(row.__dict__.get(column))


@register.filter
def plain(row, column):
    """{{ row|plain:"note" }}: the text itself, for a field; empty where it does not open."""
    try:
        return getattr(row, column)
    except (CannotOpen, RingTrouble):
        return ""
