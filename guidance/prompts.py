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


# By season, north and south: school years and terms begin in autumn there, too, and the long break is in summer.
OF_THE_LIBRARY = {
    "school": {
        Season.AUTUMN: _(
            "A school year is settling in. Which class or pupil has surprised you, and what would you "
            "like to try with them?"
        ),
        Season.SUMMER: _(
            "The long school break is near, or has begun. What would you like to leave behind with the "
            "old school year?"
        ),
    },
    "academic": {
        Season.AUTUMN: _(
            "Teaching has begun again. What do students and researchers ask you now that they didn’t ask "
            "a year ago?"
        ),
        Season.SPRING: _(
            "Exams and deadlines are close. What would make your busiest weeks a little lighter?"
        ),
    },
    "public": {
        Season.SUMMER: _(
            "It’s summer. Who comes in during the holidays that you don’t see otherwise, and what do they "
            "come for?"
        )
    },
}
KIND_OF_LIBRARY = {
    "academic-university": "academic",
    "academic-college": "academic",
    "community-college": "academic",
    "public": "public",
    "school": "school",
}


def of_the_month(day, zone, library_type=""):
    """The prompt of the month of a date (local), for a reader in this zone: none comes twice in a year.

    `library_type` is a term of the vocabulary, or "".
    """
    now = season(zone, day)
    if now and day.month % 3 == 0:  # each season begins in such a month, north and south
        seasonal = [*OF_THE_SEASON[now], *_of_the_library(now, library_type)]
        return seasonal[day.year % len(seasonal)]
    return ALL[(day.year * 12 + day.month) % len(ALL)]


def _of_the_library(now, library_type):
    prompts = OF_THE_LIBRARY.get(KIND_OF_LIBRARY.get(library_type), {})
    return [prompts[now]] if now in prompts else []
