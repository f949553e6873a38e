"""The filters of the browse page: what was chosen, whom it leaves, and the count beside each choice."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_countries import countries

from profiles.directory.overlap import zones_near
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


@dataclass(eq=False)
class Choice:
    """One box to tick."""

    slug: str
    label: str
    count: int
    chosen: bool


def chosen(asked):
    """{filter: [slug]} from the address. What does not exist is left out."""
    picked = {kind: [slug for slug in asked.getlist(kind) if _known(kind, slug)] for kind in FILTERS}
    picked |= {name: ["true"] for name in SWITCHES if asked.get(name) in {"true", "1", "on", "yes"}}
    return {kind: list(dict.fromkeys(slugs)) for kind, slugs in picked.items() if slugs}


def _known(kind, slug):
    return slug in countries.countries if kind == "country" else words().get(kind, slug) is not None


def label(kind, slug):
    """What a choice is called."""
    if kind in SWITCHES:
        return SWITCHES[kind]
    return countries.name(slug) if kind == "country" else words().name(kind, slug)


def having(shelf, kind, slug, zone):
    """The set of mentors with one choice. Flexible mentors match every window."""
    if kind == "overlap":
        return either(shelf.sets.get(f"zone={name}", 0) for name in zones_near(zone))
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
        rows = [_choice(shelf, kind, slug, picked, around, zone) for slug in _slugs(shelf, kind)]
        rows = [row for row in rows if row.count or row.chosen or kind in SHOWN_EMPTY]
        first = sorted(rows, key=lambda row: (not row.chosen, -row.count))[:FIRST_SHOWN]
        yield kind, title, first, [row for row in rows if row not in first]


FIRST_SHOWN = 6
SHOWN_EMPTY = {"style", "format", "window"}  # short lists: a nought there is an answer too


def switches(shelf, picked, base, zone):
    """The two yes-or-no filters."""
    for kind in SWITCHES:
        around = narrowed(shelf, picked, base, zone, kind)
        yield kind, _choice(shelf, kind, "true", picked, around, zone)


def _slugs(shelf, kind):
    if kind == "country":
        present = [key.partition("=")[2] for key in list(shelf.sets) if key.startswith("country=")]
        return sorted(present, key=lambda code: str(countries.name(code)))
    return list(words().by_kind[kind])


def _choice(shelf, kind, slug, picked, around, zone):
    count = (around & having(shelf, kind, slug, zone)).bit_count()
    return Choice(slug, label(kind, slug), count, slug in picked.get(kind, ()))
