"""Product 11: which words mentors wrote, asked in few statements and compared with few."""

import pytest

from directory.models import SearchWord
from directory.search import written_words
from directory.search.written_words import WrittenWords
from factories import mentor

pytestmark = pytest.mark.django_db


def write(*words):
    SearchWord.objects.bulk_create(SearchWord(word=word, length=len(word)) for word in words)


def near(word):
    return WrittenWords().candidates({word})[word]


def test_only_what_stands_somewhere_is_had():
    write("zebra")

    assert WrittenWords().has({"zebra", "quagga"}) == {"zebra"}
    assert WrittenWords().has(set()) == set()


def test_a_word_is_compared_with_those_of_about_its_length():
    write("zeb", "zebr", "zebra", "zebras", "zebrass", "zebrasss")

    assert near("zebra") == ["zeb", "zebr", "zebra", "zebras", "zebrass"]


def test_the_first_letter_or_the_second_in_its_place_has_to_be_right():
    write("zebra", "ezbra", "xebra", "bzera")

    assert near("ezbra") == ["ezbra", "zebra"]


def test_two_words_do_not_share_their_candidates():
    write("zebra", "lamp")

    assert WrittenWords().candidates({"zebar", "lapm"}) == {"zebar": ["zebra"], "lapm": ["lamp"]}


@pytest.mark.parametrize("word", ["a", "%", "_", "é", "漢", "'", "\\"])
def test_a_word_of_one_letter_or_a_sign_is_compared_like_any_other(word):
    write("zebra", "ab", "lamp")

    assert set(near(word)) <= {"ab"}


def test_of_very_many_alike_only_the_first_are_compared(monkeypatch):
    monkeypatch.setattr(written_words, "CANDIDATES_A_WORD", 3)
    write(*(f"zebr{letter}" for letter in "abcdef"))

    assert near("zebry") == ["zebra", "zebrb", "zebrc"]


@pytest.mark.parametrize("count", [1, 50])
def test_any_number_of_words_is_one_statement(count, django_assert_num_queries):
    write("zebra")
    typed = {f"zeba{number:02}" for number in range(count)}

    with django_assert_num_queries(1):
        assert len(WrittenWords().candidates(typed)) == count


def test_what_a_mentor_writes_can_be_asked_for_as_it_is_stored():
    """Folded: without accents and capitals, in the singular."""
    mentor(bio="Zébras and QUAGGAS")

    assert WrittenWords().has({"zebra", "quagga", "zébras"}) == {"zebra", "quagga"}
