"""Product 11: the texts of a mentor that are searched, and the words that are kept and forgotten."""

import pytest

from directory.models import SearchWord
from directory.services import forget_words, texts_of, written_words
from factories import mentor
from profiles import services

pytestmark = pytest.mark.django_db


def test_the_texts_that_are_searched():
    one = mentor(
        name="Ada",
        job_title="Librarian",
        employer="Lakeside",
        ask_me_about="Maps",
        city="Bergen",
        region="Vestland",
        country="NO",
        bio="I mend.",
    )
    texts = texts_of(one)

    assert texts["name"] == "Ada"
    assert all(word in texts["headline"] for word in ("Librarian", "Lakeside", "Maps"))
    assert texts["place"] == "Bergen Vestland Norway"
    assert texts["bio"] == "I mend."


def test_words_worth_keeping_are_neither_short_nor_endless():
    one = mentor(name="Bo Li", bio=f"A zebra in {'x' * 41} {'y' * 40}")

    assert {"zebra", "y" * 40} <= written_words(one)
    assert not {"bo", "li", "a", "in", "x" * 41} & written_words(one)


def test_words_are_forgotten_unless_somebody_else_writes_them():
    one = mentor(bio="zebra quagga")
    mentor(bio="quagga")
    words = written_words(one)
    services.pause(one)

    forget_words(words)

    kept = set(SearchWord.objects.values_list("word", flat=True))
    assert "zebra" not in kept
    assert "quagga" in kept


def test_many_words_are_forgotten_in_a_few_statements(django_assert_max_num_queries):
    SearchWord.objects.bulk_create(SearchWord(word=f"word{n}", length=7) for n in range(250))

    with django_assert_max_num_queries(8):
        forget_words({f"word{n}" for n in range(250)})
    assert not SearchWord.objects.filter(word__startswith="word").exists()
