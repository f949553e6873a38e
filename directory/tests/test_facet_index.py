"""Product 11, 16: the list in memory follows the database, whichever process changed it."""

import pytest

from directory import facet_index
from directory.models import DirectoryVersion
from directory.search.mentors import IndexedFacets, search_mentors
from factories import mentor
from profiles import services
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db


def listed(index=None):
    """Ids in an index; the one of this process unless another is handed in."""
    index = index or facet_index.current_index()
    return set(index.ids_of(index.listed))


def having(facet):
    index = facet_index.current_index()
    return set(index.ids_of(index.sets.get(facet, 0)))


@pytest.fixture
def other_process():
    """What another process has in memory: caught up when asked, as `current_index` does it."""

    class Other:
        index = facet_index.FacetIndex()

        def look(self):
            version = DirectoryVersion.objects.get(pk=1).version
            self.index = facet_index.caught_up(self.index, version)
            return listed(self.index)

    return Other()


STEPS = {
    "pause": services.pause,
    "hide": lambda one: services.hide(one, reason="A check."),
    "suspend": lambda one: services.suspend(one.member),
}


@pytest.mark.parametrize("step", STEPS)
def test_who_leaves_the_list_leaves_every_process(step, other_process):
    stays, leaves = mentor(), mentor()
    assert listed() == other_process.look() == {stays.pk, leaves.pk}

    STEPS[step](leaves)

    assert listed() == other_process.look() == {stays.pk}


def test_who_comes_back_comes_back_in_every_process(other_process):
    one = mentor()
    services.hide(one, reason="A check.")
    services.suspend(one.member)
    assert listed() == other_process.look() == set()

    services.unhide(one)
    assert listed() == set()
    services.restore(one.member)

    assert listed() == other_process.look() == {one.pk}


def test_who_is_published_while_others_read_is_in_every_index(other_process):
    mentor()
    listed(), other_process.look()

    late = mentor(published=False)
    assert late.pk not in listed() | other_process.look()
    services.publish(late)

    assert late.pk in listed() & other_process.look()


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


def test_a_database_brought_back_from_yesterday_is_read_afresh(other_process):
    one = mentor()
    other_process.look()
    DirectoryVersion.objects.update(version=0)
    MentorProfile.objects.filter(pk=one.pk).delete()

    assert other_process.look() == set()


def test_a_search_survives_a_mentor_this_process_has_not_seen_yet():
    """Published by another process between reading the list and asking the engine."""
    mentor(bio="I mend zebra bindings.")
    index = facet_index.current_index()
    mentor(bio="More zebra bindings.")

    result = search_mentors("zebra bindings", IndexedFacets(index))

    assert index.set_of(result.ids).bit_count() == 1
