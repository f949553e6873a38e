"""One search over the list: read the query, ask the engine once, rank what it found."""

from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django_countries import countries

from directory.facet_index import members_of
from directory.models import SearchWord
from directory.search.engines import engine
from directory.search.lexicon import Lexicon
from directory.search.query_parser import understand
from directory.search.ranking import FIELDS, phrases_of, rank
from profiles.models.mentor import AREAS_AT_MOST
from profiles.vocabulary import shipped, words

NEAR_AT_MOST = 5000  # words compared for each word that stands nowhere
ALSO_CALLED = {
    "GB": ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
    "US": ["USA", "America", "United States"],
    "NZ": ["Aotearoa"], "AE": ["UAE", "Emirates"], "CZ": ["Czech Republic"], "NL": ["Holland"],
}  # fmt: skip
SEARCHED = (
    "area", "library_type", "library_size", "career_stage", "style", "format", "language", "role",
    "helps_with", "qualification", "window",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """Mentor ids, best first, and the (typed, read as) pairs to tell the reader."""

    ids: list
    corrections: tuple


def search(query, shelf):
    """Who answers the query, best first: the same on both databases."""
    reading = understand(query, lexicon(), Known())
    if not reading.terms:
        return Answer([], reading.corrections)
    found = _found(reading, OnShelf(shelf))
    keys, slots = shelf.keys["recommended"], shelf.slots

    def standing(pk):
        # Published between reading the list and asking the engine: not on this shelf yet.
        return keys[slots[pk]] if pk in slots else ""

    ranked = rank(reading, OnShelf(shelf), found, standing)
    return Answer([pk for pk, _score in ranked], reading.corrections)


def _found(reading, shelf):
    """What the engine finds, asked once; or twice, where that spares thousands of bios.

    Somebody whose bio alone speaks of the query has to speak of every term in it. So where no term
    names a choice and none stands in a headline, a bio counts only if the others stand there too.
    """
    phrases, terms = phrases_of(reading), reading.terms
    named = any(shelf.has_any(concept) for t in terms for concept in (*t.concepts, *t.second))
    if len(terms) < 2 or named or reading.corrections:
        return engine().find(phrases)
    found = engine().find(phrases, FIELDS[:-1])
    beside = () if any(found.values()) else [term.phrases for term in terms]
    bios = engine().find(phrases, FIELDS[-1:], beside)
    return {phrase: found[phrase] | bios[phrase] for phrase in phrases}


def nearest_areas(query):
    """Slugs of the areas nearest to words that found nobody."""
    return lexicon().nearest_areas(query)


def lexicon():
    """What the words of the vocabulary mean, learnt once for each version of it."""
    return _learn(words().version)


@lru_cache(maxsize=1)
def _learn(version):
    entries = [
        (kind, term.slug, names, code)
        for kind in SEARCHED
        for term in words().by_kind[kind].values()
        for code, names in term.names().items()
    ]
    return Lexicon.build([*entries, *_countries()], shipped()["search_help"])


def _countries():
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield from [("country", country, [str(name)], code) for country, name in countries]
    yield from [("country", country, names, "en") for country, names in ALSO_CALLED.items()]


class Known:
    """The words that stand in mentors' texts."""

    def has(self, typed):
        """Which of these stand somewhere."""
        rows = SearchWord.objects.filter(word__in=typed)
        return set(rows.values_list("word", flat=True))

    def near(self, words):
        """{word: words that may have been meant}, for all of them in one statement."""
        if not words:
            return {}
        alike = reduce(or_, map(_alike, words))
        rows = SearchWord.objects.filter(alike).order_by("word")
        written = rows.values_list("word", flat=True)[: NEAR_AT_MOST * len(words)]
        near = {word: [] for word in words}
        for other in written:
            for word in words:
                if other[0] in word[:2] and abs(len(other) - len(word)) <= 2:
                    near[word].append(other)
        return near


def _alike(word):
    """Words of about its length that begin like it, or with its first two letters swapped."""
    begins = Q(word__startswith=word[0]) | Q(word__startswith=word[1:2] or word[0])
    return begins & Q(length__in=range(len(word) - 2, len(word) + 3))


class OnShelf:
    """What the ranking asks about choices, answered from the sets in memory."""

    def __init__(self, shelf):
        self.shelf = shelf

    def has_any(self, concept):
        """Whether anybody has this choice."""
        return bool(self.shelf.sets.get(f"{concept.kind}={concept.slug}"))

    def having(self, kind, slug):
        """The ids of mentors with this choice."""
        return self._ids(f"{kind}={slug}")

    def areas(self, slug):
        """(id, place in the mentor's own order) for everyone with this area."""
        for place in range(AREAS_AT_MOST):
            for pk in self._ids(f"area{place}={slug}"):
                yield pk, place

    def _ids(self, facet):
        ids = self.shelf.ids
        return [ids[slot] for slot in members_of(self.shelf.sets.get(facet, 0))]
