"""Times as people read them: their own, with the other's beside it where the two differ."""

from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mentoring.lib.zones import place_of_zone
from mentorships.templatetags.private import with_links
from profiles.vocabulary import words

register = template.Library()


@register.simple_tag
def when(at, other=None):
    """`Tuesday 1 December at 15:00 (Nairobi); for Rosalind it’s 06:00 (Chicago)`, as HTML.

    The reader's zone is the one that is active. Without `other`, or in one zone, only the first half. It begins a
    line, so Spanish and French weekdays have a capital, too.
    """
    mine = timezone.localtime(at)
    here = format_html('<time datetime="{}">{}</time>', mine.isoformat(), capfirst(day_and_time(mine)))
    if other is None or not apart(at, other):
        return here
    return format_html('{} <span class="zones">{}</span>', here, zones(at, other))


@register.simple_tag
def zones(at, other):
    """The second half alone: `Nairobi; for Rosalind it’s 06:00 (Chicago)`; only the zone where both are in one."""
    mine, local = timezone.localtime(at), timezone.localtime(at, ZoneInfo(other.time_zone))
    zone = zone_name(str(timezone.get_current_timezone()))
    if not apart(at, other):
        return zone
    return _("%(zone)s; for %(name)s it’s %(time)s (%(theirs)s)") % {
        "zone": zone,
        "name": other.first_name,
        "time": clock(local) if local.date() == mine.date() else day_and_time(local, short=True),
        "theirs": zone_name(other.time_zone),
    }


@register.simple_tag
def theirs(at, other):
    """`For Rosalind it’s 06:00 (Chicago).`, or nothing where both clocks show the same."""
    if not apart(at, other):
        return ""
    local = timezone.localtime(at, ZoneInfo(other.time_zone))
    facts = {"name": other.first_name, "time": clock(local), "zone": zone_name(other.time_zone)}
    return _("For %(name)s it’s %(time)s (%(zone)s).") % facts


@register.filter
def means(row):
    """{{ meeting|means }}: by what means, in words."""
    return words().name("format", row.means)


@register.filter
def as_links(text):
    """A place in which addresses of the web are links."""
    return with_links(text)


def apart(at, other):
    """Whether the other's clocks show another time at that instant."""
    theirs = timezone.localtime(at, ZoneInfo(other.time_zone))
    return theirs.utcoffset() != timezone.localtime(at).utcoffset()


def day_and_time(local, *, short=False):
    """An aware local time in words: with its year where that is not this one."""
    if short:
        return date_format(local, _("D j M, H:i"))
    same = local.year == timezone.localtime().year
    return date_format(local, _("l j F \\a\\t H:i") if same else _("l j F Y \\a\\t H:i"))


def clock(local):
    """The time of the day."""
    return date_format(local, "TIME_FORMAT")


@register.filter
def in_words(at):
    """{{ at|in_words }}: an instant in the reader's zone."""
    return day_and_time(timezone.localtime(at))


@register.filter
def day_of(at):
    """{{ at|day_of }}: the day alone, in the reader's zone."""
    local = timezone.localtime(at)
    same = local.year == timezone.localtime().year
    return date_format(local, _("l j F") if same else _("l j F Y"))


@register.filter
def time_of(at):
    """{{ at|time_of }}: the time alone, in the reader's zone."""
    return clock(timezone.localtime(at))


@register.filter
def zone_name(zone):
    """`Africa/Nairobi` as `Nairobi`."""
    return place_of_zone(zone)
