"""Showing private texts: as paragraphs, or as one clear line where a text does not open."""

import re

from django import template
from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from mentoring.lib.vault import CannotOpen, KeyRingError

register = template.Library()
LINK = re.compile(r"""https?://[^\s<>"'\\]*[^\s<>"'\\.,;:!?)\]}]""", re.IGNORECASE)


@register.filter
def words(row, column):
    """{{ row|words:"text" }}: the text of a column, safe to show."""
    try:
        text = getattr(row, column)
    except (CannotOpen, KeyRingError):
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
    except (CannotOpen, KeyRingError):
        return ""


@register.filter
def line(row, column):
    """{{ row|line:"title" }}: the text for a heading, or the clear line where it does not open."""
    try:
        return getattr(row, column)
    except (CannotOpen, KeyRingError):
        return _("This text cannot be opened.")


@register.filter
def linked(row, column):
    """{{ row|linked:"readings" }}: paragraphs in which addresses of the web are links."""
    try:
        text = getattr(row, column)
    except (CannotOpen, KeyRingError):
        return words(row, column)
    return with_links(text)


def with_links(text):
    """A text as paragraphs in which addresses of the web are links, safe to show."""
    pieces, end = [], 0
    for found in LINK.finditer(text):
        pieces.append(escape(text[end : found.start()]))
        pieces.append(format_html('<a href="{0}" rel="noopener noreferrer nofollow">{0}</a>', found[0]))
        end = found.end()
    pieces.append(escape(text[end:]))
    return mark_safe(linebreaks("".join(pieces))) if text else ""  # noqa: S308 escaped
