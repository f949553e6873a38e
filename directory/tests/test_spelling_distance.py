"""Product 11: how far two words are apart, and which are near enough to be offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.search.edit_distance import WordBuckets, allowed_distance, edit_distance, is_likely


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
