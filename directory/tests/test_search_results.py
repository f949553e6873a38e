"""Product 11: the right mentors come first, whatever words a library person types.

Each case runs against the engine of the database in use, once with the index and once with plain queries.
"""

import json

import pytest
from django.http import QueryDict

from directory.filters import MentorFilter
from directory.indexed_filter import IndexedMentorFilter
from directory.models import Listing
from directory.search.mentors import lexicon
from directory.tests.own_cases import OWN
from profiles.vocabulary import DATA

CASES = json.loads((DATA.parent / "search_cases.json").read_text(encoding="utf-8"))["open"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everyone")]
NOBODY = [
    "juggling chainsaws quietly",
    "quantum pogo stick repair",
    "zzzzqqq",
    "deep sea diving lessons",
    "competitive duck herding",
]


@pytest.fixture(params=[MentorFilter, IndexedMentorFilter], ids=["queries", "index"])
def names_found(request):
    """The names found for a query and filters, best first, all of them."""

    def find(query, filters=()):
        asked = QueryDict(mutable=True)
        asked["q"] = query
        for name, slugs in dict(filters).items():
            asked.setlist(name, ["true"] if slugs is True else [slugs] if isinstance(slugs, str) else slugs)
        mentors = request.param(asked, time_zone="UTC")
        pages = range(1, mentors.page(1).count_pages + 1)
        names = dict(Listing.objects.values_list("pk", "name"))
        return [names[pk] for number in pages for pk in mentors.page(number).ids]

    return find


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_traps_of_the_open_cases_hold_among_more_mentors(case, names_found):
    """Of the forty alone they are tried on the page itself: `matching/tests/test_search_cases.py`."""
    found = names_found(case["query"], case["filters"])

    assert not found or found[0] not in case["not"]
    assert case["expect"] or not found


@pytest.mark.parametrize(("query", "expect", "traps"), OWN, ids=[case[0] for case in OWN])
def test_our_own_cases_hold(query, expect, traps, names_found):
    found = names_found(query)

    assert set(expect) <= set(found[:5])
    assert found[0] not in traps


@pytest.mark.parametrize("query", NOBODY)
def test_a_stray_word_is_no_match(query, names_found):
    assert names_found(query) == []


def test_the_engine_finds_phrases_not_pieces_of_words(names_found):
    assert "Winnifred Puddister" in names_found("interlibrary loan")
    assert names_found("llibra") == []


def test_the_vocabulary_of_the_tests_is_the_one_shipped():
    assert len(lexicon().phrases) > 1000


@pytest.mark.parametrize("query", ["cataloging", "rural", "spanish speaking", "New Mexico", "alma", "zzz"])
@pytest.mark.parametrize("more", ["", "&language=en", "&sort=name"])
def test_index_and_queries_find_the_same_page_and_counts(query, more):
    asked = QueryDict(f"q={query}{more}")
    plain, indexed = (kind(asked, time_zone="UTC") for kind in (MentorFilter, IndexedMentorFilter))

    assert plain.page(1) == indexed.page(1)
    counts, same = plain.counts(), indexed.counts()
    for name, one in plain.facet_filters.items():
        assert all(counts[name].get(slug, 0) == same[name].get(slug, 0) for slug in one.labels())
