"""Product 28, attack A11: two texts are compared word by word, and no text takes long."""

import random
import time

import pytest

from mentorships.differences import merge_texts, pieces
from mentorships.forms.agreement import LONGEST

CHANCE = random.Random(11)
LETTERS = [CHANCE.choice("ab") for _ in range(LONGEST // 2)]
WORST = {
    "two words by turns": ("a b " * LONGEST, "b a a " * LONGEST),
    "two words by chance": (" ".join(LETTERS), " ".join(reversed(LETTERS))),
    "lines by turns": ("a\nb\n" * LONGEST, "b\na\na\n" * LONGEST),
    "empty lines": ("\n" * LONGEST, "\na" * LONGEST),
    "one long word": ("a" * LONGEST, "b" * LONGEST),
    "all words new": (" ".join(map(str, range(LONGEST))), " ".join(map(str, range(LONGEST, 0, -1)))),
}


def whole(kinds, compared):
    return "".join(text for kind, text in compared if kind in kinds)


@pytest.mark.parametrize("name", WORST)
def test_the_longest_text_of_the_worst_shape_is_compared_at_once(name):
    was, now = (text[:LONGEST] for text in WORST[name])
    began = time.monotonic()
    compared = list(pieces(was, now))
    merged = merge_texts("", was, now)

    assert time.monotonic() - began < 1
    assert len(compared) <= 801
    assert (whole(("same", "gone"), compared), whole(("same", "new"), compared)) == (was, now)
    assert {*was.split("\n"), *now.split("\n")} == set(merged.split("\n"))


def test_a_word_is_changed_among_others():
    assert list(pieces("We talk about first classes.", "We talk about large classes.")) == [
        ("same", "We talk about "),
        ("gone", "first"),
        ("new", "large"),
        ("same", " classes."),
    ]


def test_neighbouring_words_are_one_change():
    assert list(pieces("We meet on a Monday", "We meet twice each Monday")) == [
        ("same", "We meet "),
        ("gone", "on a"),
        ("new", "twice each"),
        ("same", " Monday"),
    ]


@pytest.mark.parametrize(("was", "now"), (("", "All new"), ("Gone now", ""), ("One text", "quite another")))
def test_texts_with_nothing_in_common_stand_one_after_the_other(was, now):
    expected = [(kind, text) for kind, text in (("gone", was), ("new", now)) if text]

    assert list(pieces(was, now)) == expected


def test_whatever_is_compared_both_texts_can_be_read_out_of_it():
    for _ in range(300):
        was, now = (" ".join(CHANCE.choices("abcd", k=CHANCE.randint(0, 12))) for _ in range(2))
        compared = list(pieces(was, now))

        assert (whole(("same", "gone"), compared), whole(("same", "new"), compared)) == (was, now)
