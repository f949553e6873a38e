"""Product 11: what the words of the vocabulary mean, learnt from a handful of terms."""

import pytest

from directory.search.lexicon import Concept, Lexicon
from directory.search.stop_words import LISTS, STOP_WORDS, TELLING, language_of

NOTHING = {
    "weak_words": [],
    "common_misspellings": {},
    "wording_variants": [],
    "spelling_variants": [],
    "ambiguous_terms": [],
}
SYSTEMS, LAW, ONLY = Concept("area", "systems"), Concept("area", "law"), Concept("area", "solo")
ENTRIES = [
    ("area", "systems", ["Library systems, technology & data", "ILS", "systems librarian"], "en"),
    ("area", "systems", ["Sistemas bibliotecarios"], "es"),
    ("area", "law", ["Law & government", "law librarian", "law library"], "en"),
    ("area", "solo", ["Working alone", "only librarian"], "en"),
    ("qualification", "chartership", ["Chartership (MCLIP)"], "en"),
    ("library_type", "public", ["Public library"], "en"),
    ("career_stage", "manager", ["Manager or team leader"], "en"),
    ("area", "leadership", ["Leadership", "supervisor"], "en"),
]


def learnt(**more):
    return Lexicon.build(ENTRIES, NOTHING | more)


@pytest.mark.parametrize(
    ("phrase", "concepts"),
    [
        (("ils",), (SYSTEMS,)),
        (("sistema", "bibliotecario"), (SYSTEMS,)),
        (("data",), (SYSTEMS,)),  # the half of a label
        (("law",), (LAW,)),  # law librarian and law library name one area
        (("mclip",), (Concept("qualification", "chartership"),)),  # within brackets
        (("chartership",), (Concept("qualification", "chartership"),)),
        (("public",), (Concept("library_type", "public"),)),
        (("team", "leader"), (Concept("career_stage", "manager"),)),
        (("only", "librarian"), (ONLY,)),
        (("unheard", "of"), ()),
    ],
)
def test_a_phrase_has_its_meaning(phrase, concepts):
    assert learnt().meaning(phrase) == concepts


def test_weak_words_mean_nothing_by_themselves():
    lexicon = learnt(weak_words=["librarian", "only"])

    assert lexicon.is_weak(("only", "librarian"))
    assert lexicon.meaning(("librarian",)) == ()
    assert lexicon.meaning(("only", "librarian")) == (ONLY,)  # two of them may name an area


def test_other_wordings_share_a_meaning():
    lexicon = learnt(wording_variants=[["ILS", "catalogue engine"]])

    assert lexicon.meaning(("catalog", "engine")) == (SYSTEMS,)
    assert lexicon.variants[("ils",)] == [("catalog", "engine")]


def test_an_ambiguous_word_keeps_its_readings_in_order():
    readings = [{"area": "law"}, {"area": "systems"}, {"text": "elsewhere"}]

    assert learnt(ambiguous_terms=[{"term": "LMS", "readings": readings}]).readings[("lms",)] == [
        LAW,
        SYSTEMS,
    ]


def test_misspellings_are_kept_as_typed_and_as_meant():
    assert learnt(common_misspellings={"sistems": "systems"}).misspellings == {("sistem",): ("system",)}


def test_a_family_of_words_shares_a_stem():
    assert Concept("area", "leadership") in learnt().family("supervise")
    assert learnt().family("zebra") == ()


def test_the_nearest_areas_share_the_rarest_words():
    lexicon = learnt()

    assert lexicon.nearest_areas("government archives")[0] == "law"
    assert lexicon.nearest_areas("zebra") == []
    assert len(lexicon.nearest_areas("law leadership systems alone", limit=2)) == 2


def test_a_phrase_knows_the_languages_it_was_given_in():
    assert learnt().languages[("sistema", "bibliotecario")] == {"es"}


def test_a_word_is_shown_as_a_reader_would_spell_it():
    assert learnt().spelled["technology"] == "technology"
    assert learnt().spelled["sistema"] == "sistemas"


def test_very_long_names_are_not_phrases():
    lexicon = Lexicon.build([("area", "x", ["one two three four five six seven eight nine"], "en")], NOTHING)

    assert lexicon.phrases == {}


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_stop_words_of_a_language_are_a_file(language):
    assert LISTS[language]["stop_words"]
    assert TELLING[language] <= set(LISTS[language]["stop_words"].split())


def test_stop_words_are_folded_as_texts_are():
    assert {"el", "pour", "them"} <= STOP_WORDS


@pytest.mark.parametrize(
    ("word", "language"),
    [("busco", "es"), ("cherche", "fr"), ("the", None), ("el", None), ("los", None), ("zebra", None)],
)
def test_only_telling_words_give_a_language_away(word, language):
    assert language_of(word) == language
