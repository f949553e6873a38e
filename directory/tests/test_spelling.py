"""Product 11: typing errors are put right only where a word stands nowhere."""

import pytest

from directory.models import SearchWord
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
