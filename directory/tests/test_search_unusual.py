"""Product 11: queries that ask for nothing, for very much, or for one who is hidden."""

import pytest

from directory.facet_index import current_index
from directory.search import mentors
from directory.search.mentors import IndexedFacets, nearest_areas, search_mentors
from factories import HOSTILE, mentor
from profiles import moderation, services

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _lexicon_of_the_shipped_words():
    """Learnt once for all that change no word."""
    mentors._learn.cache_clear()


@pytest.mark.parametrize("query", ["", " ", '""', "+-&%", "\u200b", "“”", "«»", "()*:^~", "...", "\n"])
def test_a_query_without_words_finds_nobody_and_corrects_nothing(query, search):
    mentor()

    assert (search(query).ids, search(query).corrections) == ([], ())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_finds_those_whose_words_are_in_it_and_is_no_error(name, search):
    one = mentor(bio="bold endless bcc zebra")
    mentor(bio="lamp")

    assert set(search(HOSTILE[name].replace("\x00", "")).ids) <= {one.pk}


@pytest.mark.parametrize(
    "query",
    ["zebra AND quagga", "zebra OR quagga", "NOT zebra", "zebra*", "bio:zebra", "zebra & quagga", "'zebra"],
)
def test_what_an_engine_would_take_for_an_order_is_words(query, search):
    """FTS5 and PostgreSQL have languages of their own; a member's query is in none of them."""
    one = mentor(bio="zebra quagga")
    mentor(bio="lamp")

    assert set(search(query).ids) <= {one.pk}


def test_words_in_quotes_have_to_stand_in_a_row(search):
    one = mentor(bio="small honest surveys")
    mentor(bio="honest people in small surveys")

    assert search('"small honest"').ids == [one.pk]


@pytest.mark.parametrize("step", [services.pause, lambda one: moderation.hide(one, reason="A check.")])
def test_who_is_not_listed_is_not_found_by_any_word(step, search):
    one = mentor(name="Ada Zebra", bio="quagga", areas=["archives"], job_title="Gnu keeper")
    step(one)

    for query in ("Ada", "zebra", "quagga", "archives", "gnu"):
        assert search(query).ids == []


@pytest.mark.parametrize("typed", ["Zoë", "zoe", "ZOE", "zoë obrien", "O’Brien", "o'brien"])
def test_a_name_is_found_however_it_is_typed(typed, search):
    one = mentor(name="Zoë O’Brien")

    assert search(typed).ids == [one.pk]


def test_somebody_found_by_two_words_is_found_once(search):
    one = mentor(name="Ada", bio="zebra quagga", job_title="Zebra keeper")

    assert search("zebra quagga keeper").ids == [one.pk]


def test_words_that_find_nobody_lead_to_areas():
    assert "archives" in nearest_areas("archives of seed packets")
    assert nearest_areas("") == []


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize("query", ["zebra", "zebra quagga", "archives in Kenya"])
def test_a_search_costs_the_same_for_one_and_for_many(query, count, django_assert_max_num_queries):
    for _ in range(count):
        mentor(bio="zebra quagga", areas=["archives"], country="KE")
    facets = IndexedFacets(current_index())
    search_mentors(query, facets)

    with django_assert_max_num_queries(5):
        assert len(search_mentors(query, facets).ids) == count
