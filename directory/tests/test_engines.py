"""Product 11: one question, the same answer from SQLite and PostgreSQL. Run by the round of each database."""

import pytest

from directory.search.engines import ENGINES, engine
from directory.search.engines.base import LONGEST

pytestmark = pytest.mark.django_db
TEXTS = {
    "name": ["ada"],
    "headline": ["map", "librarian"],
    "place": ["new", "mexico"],
    "bio": ["i", "mend", "map"],
}


@pytest.fixture
def filled():
    """An engine that holds two mentors, 1 and 2."""
    search = engine()
    search.clear()
    search.store(1, TEXTS)
    search.store(
        2, TEXTS | {"headline": ["zine"], "bio": ["librarian", "of", "map", "and", "more"]}
    )
    return search


def test_there_is_one_for_each_database():
    assert set(ENGINES) == {"sqlite", "postgresql"}


def test_a_word_is_found_in_its_fields(filled):
    assert {field: set(ids) for field, ids in filled.find([("map",)])[("map",)].items()} == {
        "headline": {1}, "bio": {1, 2},
    }  # fmt: skip


def test_a_phrase_is_words_in_a_row(filled):
    found = filled.find([("new", "mexico"), ("mexico", "new"), ("map", "librarian")])

    assert set(found["new", "mexico"]["place"]) == {1, 2}
    assert found["mexico", "new"] == {}
    assert set(found["map", "librarian"]["headline"]) == {1}


def test_a_piece_of_a_word_is_not_the_word(filled):
    assert filled.find([("ma",), ("ap",)]) == {("ma",): {}, ("ap",): {}}


def test_only_the_fields_asked_for(filled):
    assert set(filled.find([("map",)], ["bio"])[("map",)]) == {"bio"}


def test_beside_asks_for_the_other_words_in_the_same_field(filled):
    found = filled.find([("map",)], ["bio"], [[("map",)], [("mend",), ("zzz",)]])

    assert set(found[("map",)]["bio"]) == {1}


def test_storing_again_replaces(filled):
    filled.store(1, TEXTS | {"headline": ["kite"]})

    assert set(filled.find([("kite",)])[("kite",)]["headline"]) == {1}
    assert "headline" not in filled.find([("map",)])[("map",)]


def test_storing_nothing_takes_out(filled):
    filled.store(1, {})

    assert set(filled.find([("ada",)])[("ada",)]["name"]) == {2}


def test_all_can_be_forgotten(filled):
    filled.clear()
    filled.tidy()

    assert filled.find([("map",)]) == {("map",): {}}


@pytest.mark.parametrize(
    "text",
    [["x" * (LONGEST + 1)], ["map"] * 70_000, ["ünïcode", "日本"]],
    ids=["long", "many", "letters"],
)
def test_any_text_can_be_stored(text, filled):
    filled.store(3, TEXTS | {"bio": text})

    assert set(filled.find([("ada",)])[("ada",)]["name"]) == {1, 2, 3}


def test_a_word_that_is_too_long_is_found_nowhere(filled):
    long = ("x" * (LONGEST + 1),)

    assert filled.find([long, ("map",)])[long] == {}


@pytest.mark.parametrize("phrases", [1, 5, 40])
def test_any_number_of_phrases_is_one_statement(phrases, filled, django_assert_num_queries):
    with django_assert_num_queries(1):
        filled.find([(f"word{n}",) for n in range(phrases)])


def test_nothing_asked_is_no_statement(filled, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert filled.find([]) == {}
