"""How long something has waited, in words."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def age_words(since, now):
    """Such as "since yesterday" or "for 5 days", by the reader's calendar."""
    days = (localdate(now) - localdate(since)).days
    if days < 1:
        return _("today")
    if days == 1:
        return _("since yesterday")
    return ngettext("for %(n)d day", "for %(n)d days", days) % {"n": days}


def is_late(since, *, days, now):
    """Whether more than so many days have gone by."""
    return (now - since).total_seconds() > days * 86_400
