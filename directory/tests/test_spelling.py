"""Product 11: typing errors are put right only where a word stands nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.models import SearchWord
from directory.search.edit_distance import WordBuckets, allowed_distance, edit_distance, is_likely
from directory.search.fold import tokens
from directory.search.lexicon import Lexicon
from directory.search.spelling import corrected
from directory.search.written_words import WrittenWords

NOTHING = {
    "weak_words": ["the"],
    "common_misspellings": {"systemic review": "systematic review"},
    "wording_variants": [],
    "spelling_variants": [],
    "ambiguous_terms": [],
}
NAMES = [
    "Cataloging",
    "Open access",
    "Digital humanities",
    "Literacy",
    "Systematic review",
    "Alphabétisation",
]
LEXICON = Lexicon.build([("area", name.lower(), [name], "en") for name in NAMES], NOTHING)


class Written:
    """Mentors' texts, in a few words."""

    def __init__(self, *words):
        self.words = set(words)

    def has(self, typed):
        return typed & self.words

    def candidates(self, typed):
        return {word: sorted(self.words) for word in typed}


@pytest.mark.parametrize(
    ("typed", "read", "changes"),
    [
        ("cataloging", ["cataloging"], []),
        ("catalouging", ["cataloging"], [("catalouging", "cataloging")]),
        ("zebar", ["zebra"], [("zebar", "zebra")]),
        ("openaccess", ["open", "access"], [("openaccess", "open access")]),
        ("systemic review", ["systematic", "review"], [("systemic review", "systematic review")]),
        ("l'alphabétisation", ["alphabetization"], []),
        ("digital humanites", ["digital", "humanity"], [("humanites", "humanities")]),
        ("the", ["the"], []),
        ("qwertyuiop", ["qwertyuiop"], []),
        ("abc", ["abc"], []),
    ],
)
def test_a_line_is_read_as_it_was_meant(typed, read, changes):
    assert corrected(tokens(typed), typed, LEXICON, Written("zebra")) == (read, changes)


def test_what_stands_in_a_text_is_no_error():
    assert corrected(["catalouging"], "catalouging", LEXICON, Written("catalouging"))[1] == []


def test_a_word_of_the_vocabulary_is_nearer_than_one_of_a_text():
    read, _changes = corrected(["literacz"], "literacz", LEXICON, Written("literack"))

    assert read == ["literacy"]


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("reveiw", "review", 1),
        ("a", "a", 0),
        ("cat", "cart", 1),
        ("cart", "cat", 1),
        ("cat", "cut", 1),
        ("cat", "dogs", 3),
    ],
)
def test_a_swap_of_neighbours_is_one_error(one, other, distance):
    assert edit_distance(one, other, 2) == distance


WORDS = st.text("abcd", max_size=7)


@given(WORDS, WORDS, st.integers(0, 3))
def test_distance_is_the_same_both_ways_and_stops_beyond_the_limit(one, other, limit):
    far = edit_distance(one, other, limit)

    assert far == edit_distance(other, one, limit) <= limit + 1
    assert far >= min(abs(len(one) - len(other)), limit + 1)
    assert (far == 0) is (one == other)


@pytest.mark.parametrize(
    ("word", "errors"), [("cat", 0), ("cats", 1), ("shelf", 1), ("shelve", 2), ("k12k12", 0), ("", 0)]
)
def test_longer_words_may_hold_more_errors(word, errors):
    assert allowed_distance(word) == errors


@pytest.mark.parametrize(
    ("word", "other", "distance", "likely"),
    [
        ("koha", "kohas", 1, True),
        ("cat", "car", 1, False),
        ("teneur", "tenure", 2, True),  # shuffled
        ("manger", "mentor", 2, False),
        ("catalouge", "catalogue", 2, True),
        ("atalogue", "catalogue", 2, False),
    ],
)
def test_a_second_error_has_to_be_believable(word, other, distance, likely):
    assert is_likely(word, other, distance) is likely


def test_buckets_offer_words_that_begin_alike_and_are_about_as_long():
    buckets = WordBuckets(["review", "reviewing", "erview", "mew", "revision"])

    assert set(buckets.near("reveiw")) == {"review", "erview", "revision"}
    assert set(WordBuckets().near("reveiw")) == set()


@pytest.mark.django_db
def test_candidates_of_all_words_are_one_statement(django_assert_num_queries):
    for word in ("zebra", "zealous", "lighthouse", "gramophone"):
        SearchWord.objects.create(word=word, length=len(word))

    with django_assert_num_queries(1):
        near = WrittenWords().candidates({"zebar", "lighthuose"})
    assert near == {"zebar": ["zealous", "zebra"], "lighthuose": ["lighthouse"]}


@pytest.mark.django_db
def test_nothing_typed_is_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert WrittenWords().candidates(set()) == {}


@pytest.mark.django_db
def test_which_words_stand_somewhere():
    SearchWord.objects.create(word="zebra", length=5)

    assert WrittenWords().has({"zebra", "zebar"}) == {"zebra"}
