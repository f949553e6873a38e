"""Product 11, 16: a change moves one mentor in the list in memory, and costs no more than that."""

import pytest

from directory import facet_index
from directory.search.mentors import IndexedFacets, search_mentors
from factories import mentor
from profiles import services

pytestmark = pytest.mark.django_db


def having(facet):
    index = facet_index.current_index()
    return set(index.ids_of(index.sets.get(facet, 0)))


def test_a_changed_area_moves_the_mentor_from_one_set_to_the_other():
    one = mentor(areas=["archives", "copyright"])
    assert having("area=archives") == having("area0=archives") == {one.pk}

    one.areas = ["copyright", "acquisitions"]
    services.save_mentor(one)

    assert having("area=archives") == having("area0=archives") == set()
    assert having("area0=copyright") == having("area1=acquisitions") == {one.pk}
    assert having("area1=copyright") == set()


def test_a_changed_name_changes_the_place_in_the_order():
    first, second = mentor(name="Anna"), mentor(name="Berta")
    index = facet_index.current_index()
    assert [index.ids[slot] for _key, _id, slot in index.orders["name"]] == [first.pk, second.pk]

    first.member.name = "Zoe"
    services.save_member(first.member)

    index = facet_index.current_index()
    assert [index.ids[slot] for _key, _id, slot in index.orders["name"]] == [second.pk, first.pk]


def test_a_place_taken_or_given_back_is_seen_at_once():
    one = mentor(capacity=1)
    assert having("accepting=true") == {one.pk}

    services.take_place(one.member)
    assert having("accepting=true") == set()

    services.give_back_place(one.member)
    assert having("accepting=true") == {one.pk}


def test_nothing_new_is_one_statement(django_assert_num_queries):
    mentor()
    facet_index.current_index()

    with django_assert_num_queries(1):
        facet_index.current_index()


def test_a_change_reads_only_what_changed(django_assert_num_queries):
    for _ in range(3):
        mentor()
    index = facet_index.current_index()
    services.pause(mentor())

    with django_assert_num_queries(2):
        assert facet_index.current_index() is index


def test_a_search_survives_a_mentor_this_process_has_not_seen_yet():
    """Published by another process between reading the list and asking the engine."""
    mentor(bio="I mend zebra bindings.")
    index = facet_index.current_index()
    mentor(bio="More zebra bindings.")

    result = search_mentors("zebra bindings", IndexedFacets(index))

    assert index.set_of(result.ids).bit_count() == 1
