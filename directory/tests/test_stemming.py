"""Product 11: a family of words shares a stem; short words are left whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.search.stemming import ENDINGS, SHORTEST_STEM, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("supervise", "supervisor"),
        ("catalogue", "cataloguing"),
        ("preservation", "preserve"),
        ("digitization", "digitizing"),
    ],
)
def test_relations_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["", "a", "data", "media", "ing", "ation", "maker"])
def test_a_short_word_is_left_whole(word):
    assert stem(word) == word


@pytest.mark.parametrize(
    ("word", "left"), [("trainer", "train"), ("tracer", "tracer"), ("training", "train")]
)
def test_an_ending_goes_only_where_five_letters_are_left(word, left):
    assert stem(word) == left


def test_no_ending_is_hidden_behind_a_shorter_one():
    """Else "cation" would go no further than "ion"."""
    hidden = [(one, other) for n, one in enumerate(ENDINGS) for other in ENDINGS[:n] if one.endswith(other)]

    assert hidden == []


@given(st.text("abcdeilnorstuy", max_size=20))
def test_a_stem_is_the_beginning_of_its_word(word):
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(len(word), SHORTEST_STEM)
