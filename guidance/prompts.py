"""Which way into a talk is sent in which month: one of the season when it begins, the others in turn."""

from django.utils.translation import gettext_lazy as _

from guidance.starters import STARTERS
from mentoring.lib.seasons import Season, season

ALL = [starter for group in STARTERS.values() for starter in group]
OF_THE_SEASON = {
    Season.SPRING: (
        _("It’s spring. What would you like to see grow by the summer, and what does it need from you now?"),
        _("It’s spring. What would you like to clear out of your work, and what would you put in its place?"),
    ),
    Season.SUMMER: (
        _(
            "It’s summer. What do people want from your library now, and what will you leave "
            "alone so that you can rest?"
        ),
        _(
            "It’s summer. Which book, place or idea would you take with you if work had "
            "nothing to do with it?"
        ),
    ),
    Season.AUTUMN: (
        _("It’s autumn. What’s starting afresh where you work, and what would you do differently this time?"),
        _(
            "It’s autumn. What have you gathered in since the spring that you haven’t given "
            "yourself credit for?"
        ),
    ),
    Season.WINTER: (
        _(
            "It’s winter. Who finds a warm place in your library, and what do they know that "
            "you’d like to know?"
        ),
        _("It’s winter. What can rest for a while to make room for something else?"),
    ),
}


def of_the_month(day, zone):
    """The prompt of the month of a date (local), for a reader in this zone: none comes twice in a year."""
    now = season(zone, day)
    if now and day.month % 3 == 0:  # each season begins in such a month, north and south
        return OF_THE_SEASON[now][day.year % 2]
    return ALL[(day.year * 12 + day.month) % len(ALL)]
