"""The filters of the browse page: what was chosen, whom it leaves, and the count beside each choice."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from directory.time_zones import zones_near
from profiles.vocabulary import words

FILTERS = {
    "area": _("Area of practice"),
    "helps_with": _("Helps with"),
    "library_type": _("Kind of library"),
    "country": _("Country"),
    "language": _("Language"),
    "style": _("Style"),
    "format": _("Way to talk"),
    "window": _("Times that suit"),
    "role": _("Role"),
    "career_stage": _("Career stage"),
    "library_size": _("Size of library"),
}
SWITCHES = {"accepting": _("Has room now"), "overlap": _("Awake at work when I am")}
FLEXIBLE = "window=flexible"
FIRST_SHOWN = 6
SHOWN_EMPTY = {"style", "format", "window"}  # short lists: a nought there is an answer too


@dataclass(eq=False)
class Choice:
    """One box to tick."""

    slug: str
    label: str
    count: int
    chosen: bool


def chosen(asked):
    """{filter: [slug]} from the address. What does not exist is left out."""
    picked = {
        kind: [slug for slug in asked.getlist(kind) if _known(kind, slug)] for kind in FILTERS
    }
    picked |= {name: ["true"] for name in SWITCHES if asked.get(name) in {"true", "1", "on", "yes"}}
    return {kind: list(dict.fromkeys(slugs)) for kind, slugs in picked.items() if slugs}


def _known(kind, slug):
    return slug in countries.countries if kind == "country" else words().get(kind, slug) is not None


def labels(kind):
    """{slug: what it is called}, in the order of the vocabulary; countries by name."""
    if kind in SWITCHES:
        return {"true": SWITCHES[kind]}
    return _country_names(get_language()) if kind == "country" else words().labels(kind)


@cache
def _country_names(language):
    return {code: str(name) for code, name in countries}


def label(kind, slug):
    """What a choice is called."""
    return labels(kind).get(slug, slug)


def having(shelf, kind, slug, zone):
    """The set of mentors with one choice. Flexible mentors match every window."""
    if kind == "overlap":
        return either(shelf.sets.get(facet, 0) for facet in zones_near(zone))
    found = shelf.sets.get(f"{kind}={slug}", 0)
    return found | shelf.sets.get(FLEXIBLE, 0) if kind == "window" else found


def either(sets):
    """Everybody in any of the sets."""
    together = 0
    for one in sets:
        together |= one
    return together


def narrowed(shelf, picked, base, zone, leave_out=None):
    """Who of `base` has one of the choices in every filter, but for the one left out."""
    for kind, slugs in picked.items():
        if kind != leave_out:
            base &= either(having(shelf, kind, slug, zone) for slug in slugs)
    return base


def groups(shelf, picked, base, zone):
    """(filter, label, first choices, further ones): beside each what would remain with it.

    First come those chosen and those most mentors have; further ones keep the vocabulary's order.
    """
    result = narrowed(shelf, picked, base, zone)
    for kind, title in FILTERS.items():
        around = narrowed(shelf, picked, base, zone, kind) if kind in picked else result
        show_empty = bool(result) and kind in SHOWN_EMPTY
        rows = list(_offered(shelf, kind, picked.get(kind, ()), around, zone, show_empty))
        first = sorted(rows, key=lambda row: (not row.chosen, -row.count))[:FIRST_SHOWN]
        yield kind, title, first, [row for row in rows if row not in first]


def _offered(shelf, kind, picked, around, zone, show_empty):
    for slug, name in labels(kind).items():
        count = (around & having(shelf, kind, slug, zone)).bit_count()
        if count or show_empty or slug in picked:
            yield Choice(slug, name, count, slug in picked)


def switches(shelf, picked, base, zone):
    """The two yes-or-no filters."""
    for kind in SWITCHES:
        around = narrowed(shelf, picked, base, zone, kind)
        for choice in _offered(shelf, kind, picked.get(kind, ()), around, zone, show_empty=True):
            yield kind, choice


def largest(shelf, kind, count):
    """The slugs most mentors have."""
    slugs = labels(kind)
    return sorted(slugs, key=lambda slug: -shelf.sets.get(f"{kind}={slug}", 0).bit_count())[:count]
