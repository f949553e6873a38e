"""The invented mentors, taken in once a module: the forty samples, and more who are near them."""

from pathlib import Path

import pytest
from django.http import QueryDict

from directory.facet_index import current_index
from directory.filters import MentorFilter
from directory.indexed_filter import IndexedMentorFilter
from directory.search.mentors import IndexedFacets, StoredFacets, search_mentors
from testing.sample_mentors import SAMPLES, mentors_of

OTHERS = Path(__file__).parent / "data" / "search_mentors.json"


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    """The forty of `sample_mentors.json`; undone after the module."""
    with django_db_blocker.unblock(), mentors_of(SAMPLES):
        yield


@pytest.fixture(scope="module")
def everyone(django_db_setup, django_db_blocker):
    """The forty and the others; undone after the module."""
    with django_db_blocker.unblock(), mentors_of(SAMPLES, OTHERS):
        yield


@pytest.fixture(params=[MentorFilter, IndexedMentorFilter], ids=["queries", "index"])
def ask(request):
    """`ask("area=archives")`: the filter for an address, or for a QueryDict."""

    def make(address="", **options):
        data = QueryDict(address) if isinstance(address, str) else address
        return request.param(data, **{"time_zone": "Europe/Dublin", **options})

    return make


@pytest.fixture(params=["tables", "index"])
def search(request):
    """`search("koha")`: the ids found, best first, from either source of facets."""

    def make(query):
        facets = StoredFacets() if request.param == "tables" else IndexedFacets(current_index())
        return search_mentors(query, facets)

    return make
