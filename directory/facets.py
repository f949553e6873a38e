"""What mentors are found by: a facet is declared once, and the rest of the room follows from it.

A new filter is a row here, a field of the profile it reads, and the terms of its vocabulary.
"""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from django.conf import settings
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from profiles.vocabulary import words

COUNTRIES_ALSO_CALLED = {
    "GB": ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
    "US": ["USA", "America", "United States"],
    "NZ": ["Aotearoa"],
    "AE": ["UAE", "Emirates"],
    "CZ": ["Czech Republic"],
    "NL": ["Holland"],
}


@dataclass(frozen=True)
class Facet:
    """One question about a mentor, answered by slugs of the vocabulary of the same kind."""

    kind: str
    source: str  # where a MentorProfile holds it, as a path: one slug, a list, or True
    label: str = ""  # of its filter on the browse page; without one it is no filter
    weight: float = 0  # what it adds to a search that names it (texts add 0.2 to 0.95); 0: not searched
    answers: bool = False  # whether it answers a search of several words by itself
    shown_when_empty: bool = False  # a short list, where a nought is an answer too
    wildcard: str = ""  # the slug of those who match every choice
    ordered: bool = False  # whether the first slug of a mentor counts more than the last
    is_switch: bool = False  # its filter is one box: yes, or nothing

    def __deepcopy__(self, memo):
        return self  # django-filter copies its filters for each request; this never changes

    @cached_property
    def _get(self):
        return attrgetter(self.source)

    def slugs(self, mentor):
        """What a mentor profile answers, each slug once, in the order given."""
        value = self._get(mentor)
        if isinstance(value, bool):
            return ["true"] if value else []
        return list(dict.fromkeys(filter(None, [value] if isinstance(value, str) else value or [])))

    def labels(self):
        """{slug: what it is called} in the language of the page, in the order of the vocabulary."""
        return words().labels(self.kind)

    def names(self):
        """(slug, language, [what people type for it]) of every choice, for the search."""
        for slug, term in words().by_kind[self.kind].items():
            for language, names in term.names().items():
                yield slug, language, names


class CountryFacet(Facet):
    """Countries by their ISO codes; names from django-countries."""

    def labels(self):
        """{code: name}, by name."""
        return _country_names(translation.get_language())

    def names(self):
        """Their names in every language of the pages, then what else they are called in English."""
        for language in dict.fromkeys(tag.partition("-")[0] for tag, _name in settings.LANGUAGES):
            for code, name in _country_names(language).items():
                yield code, language, [name]
        for code, names in COUNTRIES_ALSO_CALLED.items():
            yield code, "en", names


@cache
def _country_names(language):
    with translation.override(language):
        return {code: str(name) for code, name in countries}


# In the order of the browse page. Those that answer say who somebody is or what they do; the others
# say how or with what, and only help to choose among mentors found by another word.
FACETS = (
    Facet("area", "areas", _("Area of practice"), weight=1.0, answers=True, ordered=True),
    Facet("helps_with", "helps_with", _("Helps with"), weight=0.75, answers=True),
    Facet("library_type", "member.library_type", _("Kind of library"), weight=0.7, answers=True),
    CountryFacet("country", "member.country.code", _("Country"), weight=0.8, answers=True),
    Facet("language", "member.languages", _("Language"), weight=0.75, answers=True),
    Facet("style", "styles", _("Kind of mentoring"), weight=0.2, shown_when_empty=True),
    Facet("format", "formats", _("Ways to talk"), weight=0.15, shown_when_empty=True),
    Facet("window", "windows", _("Times that suit"), weight=0.15, shown_when_empty=True, wildcard="flexible"),
    Facet("role", "roles", _("Role"), weight=0.2),
    Facet("career_stage", "member.career_stage", _("Career stage"), weight=0.7, answers=True),
    Facet("library_size", "member.library_size", _("Size of library"), weight=0.5),
    Facet("qualification", "qualifications", weight=0.55),
    Facet("accepting", "has_room", _("Has room now"), is_switch=True),
    Facet("zone", "member.time_zone", is_switch=True),
)
BY_KIND = {facet.kind: facet for facet in FACETS}
FILTERED = tuple(facet for facet in FACETS if facet.label)
SEARCHED = tuple(facet for facet in FACETS if facet.weight)
