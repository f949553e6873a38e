"""People in a few words: the clock where they are, the room they have, their initials."""

import zoneinfo

from django.utils import dateformat, timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def local_time(zone, now=None):
    """The clock where somebody is, in the form of the reader’s language; empty if the zone is unknown."""
    try:
        there = (now or timezone.now()).astimezone(zoneinfo.ZoneInfo(zone))
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return ""
    form = get_format("TIME_FORMAT")
    return f"{there:%H:%M}" if form == "H:i" else dateformat.time_format(there, form)  # two dozen on a page


def place_now(city, zone, now):
    """A town and the clock there, in words; empty without a town."""
    return _("%(city)s, now %(time)s") % {"city": city, "time": local_time(zone, now)} if city else ""


def room_words(room, *, taking):
    """Whether there is room, in words. Not how much: a number that goes down tells of a new pair."""
    if room:
        return _("Has room")
    return _("Full right now") if taking else _("Not taking requests right now")


def answer_words(days):
    """How soon this mentor usually answers, in words; empty if nobody knows yet."""
    if days is None:
        return ""
    whole = max(round(days), 1)
    return ngettext("Usually answers within a day", "Usually answers within %(n)d days", whole) % {"n": whole}


def initials(name):
    """The first letters of the first and last word of a name."""
    letters = [part[0] for part in name.replace("“", "").replace('"', "").split() if part[0].isalpha()]
    return "".join(letters[:1] + letters[1:][-1:]).upper()


def tint(code):
    """One of six quiet tints for a person without a photo, by their code (a UUID)."""
    return code.int % 6 + 1
