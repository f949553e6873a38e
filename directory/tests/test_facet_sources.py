"""Product 11: the ranking is told the same by the index and by the tables."""

import pytest

from directory.facet_index import current_index
from directory.search.facet_sources import IndexedFacets, StoredFacets
from directory.search.lexicon import Concept
from directory.services import rank_key
from factories import mentor
from profiles import services

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["index", "tables"])
def source(request):
    """Call it when the mentors are there."""
    return lambda: IndexedFacets(current_index()) if request.param == "index" else StoredFacets()


def test_who_has_a_choice(source):
    one, other = mentor(roles=["coach"]), mentor(roles=["coach", "guide"])
    mentor(roles=["coach"], published=False)

    assert set(source().having("role", "coach")) == {one.pk, other.pk}
    assert list(source().having("role", "guide")) == [other.pk]
    assert list(source().having("role", "friend")) == []


def test_whether_anybody_has_it(source):
    one = mentor(roles=["coach"])
    assert source().has_any(Concept("role", "coach"))
    assert not source().has_any(Concept("role", "guide"))

    services.pause(one)
    assert not source().has_any(Concept("role", "coach"))


def test_areas_come_with_their_place(source):
    one, other = mentor(areas=["archives", "copyright"]), mentor(areas=["copyright", "archives"])

    assert sorted(source().areas("archives")) == [(one.pk, 0), (other.pk, 1)]


def test_the_rank_key_is_that_of_the_listing(source):
    one = mentor()

    assert source().rank_key(one.pk) == rank_key(one)
    assert source().rank_key(one.pk + 1) == ""
