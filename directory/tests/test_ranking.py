"""Product: the right mentors come first, whatever words a library person types."""

import time

from directory.search.lexicon import Concept
from directory.search.query_parser import ParsedQuery, QueryTerm
from directory.search.ranking import phrases_of, rank


class Facets:
    """Who has which choice, in a few words."""

    def __init__(self, listed=(), areas=(), turned=False):
        self.listed, self.listed_areas, self.turned = dict(listed), dict(areas), turned

    def having(self, kind, slug):
        return self.listed.get((kind, slug), ())

    def areas(self, slug):
        return self.listed_areas.get(slug, ())

    def rank_key(self, pk):
        return -pk if self.turned else pk


def term(word, *concepts):
    return QueryTerm((word,), ((word,),), tuple(Concept(*concept) for concept in concepts))


def ids(query, facets, matches=()):
    return [pk for pk, _score in rank(query, facets, dict(matches))]


def test_the_first_area_counts_for_more_than_the_last():
    facets = Facets(areas={"maps": [(1, 4), (2, 0), (3, 2)]})

    assert ids(ParsedQuery((term("map", ("area", "maps")),), ()), facets) == [2, 3, 1]


def test_two_strong_matches_beat_one_repeated():
    facets = Facets({("language", "es"): [1]}, {"maps": [(1, 3), (2, 0)]})
    everywhere = {("map",): {"headline": [2], "bio": [2]}}
    query = ParsedQuery((term("map", ("area", "maps")), term("spanish", ("language", "es"))), ())

    assert ids(query, facets, everywhere) == [1, 2]


def test_a_lone_mention_in_a_bio_is_no_answer_to_two_words():
    matches = {("map",): {"bio": [1, 2]}, ("chair",): {"bio": [2]}}

    assert ids(ParsedQuery((term("map"), term("chair")), ()), Facets(), matches) == [2]
    assert ids(ParsedQuery((term("map"),), ()), Facets(), matches) == [1, 2]


def test_a_namesake_follows_the_first_of_those_who_do_the_work():
    facets = Facets(areas={"systems": [(5, 0), (6, 1)]})

    assert ids(ParsedQuery((term("alma", ("area", "systems")),), ()), facets, {("alma",): {"name": [1]}}) == [
        5,
        1,
        6,
    ]


def test_equals_stand_in_the_order_of_their_rank_key():
    query, matches = ParsedQuery((term("map"),), ()), {("map",): {"bio": [1, 2]}}

    assert ids(query, Facets(), matches) == [1, 2]
    assert ids(query, Facets(turned=True), matches) == [2, 1]


def test_an_empty_query_finds_nobody():
    assert rank(ParsedQuery((), ()), Facets(), {}) == []
    assert phrases_of(ParsedQuery((), ())) == set()


def test_twenty_five_thousand_mentors_are_ranked_quickly():
    many = frozenset(range(25_000))
    facets = Facets({("library_type", "public"): many}, {"maps": [(pk, pk % 5) for pk in many]})
    query = ParsedQuery((term("map", ("area", "maps"), ("library_type", "public")),), ())
    matches = {("map",): {"bio": many, "headline": many}}
    rank(query, facets, matches)

    began = time.thread_time()
    assert len(rank(query, facets, matches)) == 25_000
    assert time.thread_time() - began < 0.5  # a generous limit: shared machines are slow at times
