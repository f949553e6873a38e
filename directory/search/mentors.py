"""One search over the list: parse the query, ask the engine, rank what it finds."""

from dataclasses import dataclass
from functools import lru_cache

from directory.facets import SEARCHED
from directory.search.engines import engine
from directory.search.facet_sources import IndexedFacets, StoredFacets
from directory.search.lexicon import Lexicon
from directory.search.query_parser import parse_query
from directory.search.ranking import FIELDS, phrases_of, rank
from directory.search.written_words import WrittenWords
from profiles.vocabulary import shipped, words

__all__ = ["IndexedFacets", "SearchResult", "StoredFacets", "lexicon", "nearest_areas", "search_mentors"]


@dataclass(frozen=True)
class SearchResult:
    """Mentor ids, best first, and the (typed, read as) pairs to tell the reader."""

    ids: list
    corrections: tuple


def search_mentors(query, facets):
    """Who answers the query: the same on both databases. `facets` is one of `facet_sources`."""
    parsed = parse_query(query, lexicon(), WrittenWords())
    if not parsed.terms:
        return SearchResult([], parsed.corrections)
    ranked = rank(parsed, facets, _matches(parsed, facets))
    return SearchResult([pk for pk, _score in ranked], parsed.corrections)


def _matches(parsed, facets):
    """What the engine finds, asked once; or twice, where that spares thousands of bios.

    Somebody whose bio alone speaks of the query has to speak of every term in it. So where no term
    names a choice and none stands in a headline, a bio counts only if the others stand there too.
    """
    phrases, terms = phrases_of(parsed), parsed.terms
    named = any(facets.has_any(concept) for t in terms for concept in (*t.concepts, *t.second_concepts))
    if len(terms) < 2 or named or parsed.corrections:
        return engine().find(phrases)
    short = engine().find(phrases, FIELDS[:-1])
    beside = () if any(short.values()) else [term.phrases for term in terms]
    bios = engine().find(phrases, FIELDS[-1:], beside)
    return {phrase: short[phrase] | bios[phrase] for phrase in phrases}


def nearest_areas(query):
    """Slugs of the areas nearest to words that found nobody."""
    return lexicon().nearest_areas(query)


def lexicon():
    """What the terms of the vocabulary mean, learnt once for each version of it."""
    return _learn(words().version)


@lru_cache(maxsize=1)
def _learn(version):
    entries = [
        (facet.kind, slug, names, language) for facet in SEARCHED for slug, language, names in facet.names()
    ]
    return Lexicon.build(entries, shipped()["search_help"])
