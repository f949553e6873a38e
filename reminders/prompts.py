"""Which way into a talk is sent in which month: one of the season when it begins, the others in turn."""

from django.utils.translation import gettext_lazy as _

from meetings.starters import STARTERS
from mentoring.lib.seasons import Season, season

ALL = [starter for group in STARTERS.values() for starter in group]
OF_THE_SEASON = {
    Season.SPRING: (
        _("It is spring: what would you like to see grow by the summer, and what does it need from you now?"),
        _("It is spring: what in your work could do with a clearing out, and what would you put there?"),
    ),
    Season.SUMMER: (
        _(
            "It is summer: what do your readers want from you now, and what will you leave alone so that you rest?"
        ),
        _("It is summer: which book, place or idea would you take along if work had nothing to do with it?"),
    ),
    Season.AUTUMN: (
        _("It is autumn: what begins anew where you work, and what would you do differently from last time?"),
        _(
            "It is autumn: what have you gathered in since the spring that you have not given yourself credit for?"
        ),
    ),
    Season.WINTER: (
        _(
            "It is winter: who finds a warm place in your library, and what do they know that you would like to know?"
        ),
        _("It is winter: what can rest for a while, so that something else has room?"),
    ),
}


def of_the_month(day, zone):
    """The prompt of the month of a date (local), for a reader in this zone: none comes twice in a year."""
    now = season(zone, day)
    if now and day.month % 3 == 0:  # each season begins in such a month, north and south
        return OF_THE_SEASON[now][day.year % 2]
    return ALL[(day.year * 12 + day.month) % len(ALL)]
