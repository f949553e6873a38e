"""Product: a line of words is read the way a colleague would read it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.search.lexicon import Concept
from directory.search.mentors import lexicon
from directory.search.query_parser import MOST_PHRASES, MOST_TERMS, parse_query
from directory.search.written_words import WrittenWords
from profiles.vocabulary import shipped

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("everyone")]
AREAS = ("library-systems", "information-literacy", "school-librarianship")
SYSTEMS, LITERACY, SCHOOL = (Concept("area", slug) for slug in AREAS)
TYPED = sorted({word for entry in shipped()["areas_of_practice"] for word in entry["label"].split()})


def reading(query):
    return parse_query(query, lexicon(), WrittenWords())


def words_of(query):
    return [" ".join(term.words) for term in reading(query).terms]


def slugs_of(query):
    return {
        concept.slug for term in reading(query).terms for concept in (*term.concepts, *term.second_concepts)
    }


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("someone who can help with library systems", ["library system"]),
        ("school library media specialist", ["school library media specialist"]),
        ("rural public library", ["rural", "public library"]),
        ("librarian", ["librarian"]),
        ("only librarian in my school", ["only librarian", "school"]),
        ('"small honest" surveys', ["small honest", "survey"]),
        ('"library of the"', ["library of the"]),
        ("book clubs, book clubs", ["book club"]),
        ("   ", []),
        ('""', []),
        ("+-&%", []),
    ],
)
def test_the_longest_phrases_become_terms_and_weak_words_go(query, terms):
    assert words_of(query) == terms


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("interloan", "resource-sharing"),
        ("supervise", "leadership-management"),
        ("law", "law-government"),
        ("manuscripts", "archives"),
        ("team leader", "manager"),
        ("español", "es"),
        ("kenya", "KE"),
        ("MCLIP", "cilip-chartership"),
        ("data", "research-data"),
        ("without the degree", "experience"),
        ("désherbage", "collection-development"),
        ("l'alphabétisation", "adult-services-readers"),
    ],
)
def test_a_phrase_stands_for_its_concepts(query, slug):
    assert slug in slugs_of(query)


def test_ambiguous_initials_are_read_all_ways_the_listed_one_first():
    term = reading("LMS").terms[0]

    assert (term.concepts, term.second_concepts) == ((SYSTEMS,), (LITERACY, SCHOOL))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("catalouging", "cataloging"),
        ("systematic reveiws", "review"),
        ("familly history", "family"),
        ("teneur", "tenure"),
        ("openaccess", "open access"),
        ("systemic review", "systematic review"),
        ("Wendel", "wendell"),
        ("digital humanites", "humanities"),
    ],
)
def test_a_correction_is_said(typed, read):
    assert [meant for _typed, meant in reading(typed).corrections] == [read]


@pytest.mark.parametrize(
    "query", ["weaving", "koha", "dhalaigh", "ill", "pattern", "underwater basket", "zzz", "l'accueil"]
)
def test_known_and_hopeless_words_are_left_as_typed(query):
    assert reading(query).corrections == ()


def test_asking_in_spanish_favours_spanish_speakers():
    assert Concept("language", "es") in reading("hora del cuento").terms[0].lifts
    assert reading("storytime").terms[0].lifts == ()


def test_neighbours_may_be_one_place():
    assert ("new", "mexico") in reading("new mexico").pairs


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_query_is_an_error(query):
    found = reading(query)

    assert len(found.terms) <= MOST_TERMS
    assert all(len(term.phrases) <= MOST_PHRASES for term in found.terms)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TYPED, '"', "catalouging", "the", "e"]), max_size=30))
def test_no_line_of_known_words_is_an_error(words):
    assert len(reading(" ".join(words)).terms) <= MOST_TERMS
