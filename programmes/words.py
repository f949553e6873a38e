"""Sentences about a programme: when it is, where it stands, and what its coordinators see."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.models import Sees

SEEN = {
    Sees.NUMBERS: gettext_lazy(
        "How many people take part, roughly: multiples of five, never the true number. They do not see who."
    ),
    Sees.MEMBERS: gettext_lazy(
        "Your name, whether you take part as a mentor or a mentee, since when, and whether you’re on the "
        "waiting list. They do not see who is paired with whom."
    ),
    Sees.PAIRS: gettext_lazy(
        "Your name, whether you take part as a mentor or a mentee, since when, and whether you’re on the "
        "waiting list; and who you’re paired with, from when to when. They do not see what you do together."
    ),
    Sees.MILESTONES: gettext_lazy(
        "Your name, whether you take part as a mentor or a mentee, since when, and whether you’re on the "
        "waiting list; who you’re paired with, from when to when; and which milestones the two of you have "
        "marked as done."
    ),
}


def seen_by_coordinators(level):
    """What coordinators see at a level, for the member it is about."""
    return SEEN[Sees(level)]


def dates_of(programme):
    """From when to when, or how long for each pair."""
    starts = date_format(programme.starts_on)
    if programme.ends_on:
        return _("%(start)s to %(end)s") % {"start": starts, "end": date_format(programme.ends_on)}
    length = ngettext("%(n)d week for each pair", "%(n)d weeks for each pair", programme.weeks)
    return _("From %(start)s, %(length)s") % {"start": starts, "length": length % {"n": programme.weeks}}


def sign_up_sentence(programme):
    """When one can sign up."""
    today = timezone.localdate()
    until = {"day": date_format(programme.sign_up_until)}
    if today < programme.sign_up_from:
        return _("Sign-up opens on %(day)s.") % {"day": date_format(programme.sign_up_from)}
    if today <= programme.sign_up_until:
        return _("You can sign up until %(day)s.") % until
    return _("Sign-up closed on %(day)s.") % until


def place_in_words(place):
    """The place on a waiting list, said honestly."""
    if place == 1:
        return _("You’re first on the waiting list.")
    if place == 2:
        return _("You’re second on the waiting list.")
    if place == 3:
        return _("You’re third on the waiting list.")
    return _("You’re number %(n)d on the waiting list.") % {"n": place}


def hours_in_words(minutes):
    """The sum, as the page says it: hours and minutes."""
    hours, rest = divmod(minutes, 60)
    return _("%(hours)d h %(minutes)d min in all.") % {"hours": hours, "minutes": rest}
