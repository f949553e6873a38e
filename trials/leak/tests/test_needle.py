"""The search finds a word in every wrapping, and nothing where there is nothing."""

import os

import pytest

from trials.leak import needle

WORD = needle.word()
WRAPPINGS = needle.wrappings(WORD)


@pytest.mark.parametrize("how", WRAPPINGS)
def test_a_word_is_found_however_it_is_wrapped(how):
    data = b"something before " + WRAPPINGS[how] + b" something after"

    assert needle.found(data, {"letter": WORD, "other": needle.word()}) == {"letter"}


@pytest.mark.parametrize("how", WRAPPINGS)
def test_another_word_in_the_same_wrapping_is_not_found(how):
    assert needle.found(b"x" + WRAPPINGS[how] + b"x", {"other": needle.word()}) == set()


def test_half_a_word_counts():
    for half in WORD.split(needle.MIDDLE):
        assert needle.found(f"… {half} …".encode(), {"letter": WORD}) == {"letter"}


def test_chance_holds_no_word():
    assert needle.found(os.urandom(3_000_000), {"letter": WORD}) == set()


def test_no_two_words_are_alike():
    assert len({needle.word() for _ in range(1000)}) == 1000


def test_a_plain_sign_such_as_a_code_or_a_name_is_found_too():
    code = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"

    assert needle.found(f"<a href='/mentorships/{code}/'>".encode(), {"code": code}) == {"code"}
    assert needle.found(b"nothing", {"code": code}) == set()
