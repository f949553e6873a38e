"""House: a facet is declared once, and all that follows from it fits together."""

import copy

import pytest
from django.utils import translation

from directory.facets import BY_KIND, FACETS, FILTERED, SEARCHED
from directory.filters import MentorFilter
from directory.models import ListingFacet
from factories import mentor
from profiles.models.vocabulary import TermKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def rich():
    """A mentor who has answered everything."""
    return mentor(
        areas=["archives", "copyright"],
        helps_with=["change"],
        styles=["ongoing"],
        formats=["video"],
        windows=["flexible"],
        roles=["coach"],
        qualifications=["masters-lis"],
        languages=["en", "fr"],
        library_type="public",
        library_size="solo",
        career_stage="manager",
        country="KE",
        time_zone="Africa/Nairobi",
    )


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.kind)
def test_every_facet_is_read_from_a_mentor(facet, rich):
    assert facet.slugs(rich)
    assert all(isinstance(slug, str) and slug for slug in facet.slugs(rich))


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.kind)
def test_who_has_said_nothing_has_nothing(facet):
    quiet = mentor(published=False, areas=[], languages=[], time_zone="UTC", capacity=1)
    quiet.taking_requests = False

    assert facet.slugs(quiet) == (["UTC"] if facet.kind == "zone" else [])


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.kind)
def test_every_facet_of_a_listing_is_stored_in_both_forms(facet, rich):
    stored = ListingFacet.objects.filter(listing=rich.pk, kind=facet.kind).order_by("position")

    assert list(stored.values_list("slug", flat=True)) == facet.slugs(rich)


@pytest.mark.parametrize("facet", FILTERED, ids=lambda facet: facet.kind)
def test_every_labelled_facet_is_a_filter_of_its_name(facet):
    assert MentorFilter.base_filters[facet.kind].facet is facet
    assert str(MentorFilter.base_filters[facet.kind].label) == str(facet.label)


@pytest.mark.parametrize("facet", [f for f in FILTERED if not f.is_switch], ids=lambda facet: facet.kind)
def test_its_choices_have_labels_in_the_language_of_the_page(facet):
    labels = facet.labels()
    with translation.override("fr"):
        french = facet.labels()

    assert labels and labels.keys() == french.keys()
    assert labels != french


def test_a_wildcard_is_one_of_the_choices():
    for facet in FACETS:
        assert not facet.wildcard or facet.wildcard in facet.labels()


def test_the_filters_are_those_of_the_contract():
    """Names of the address that outside scripts rely on."""
    assert [*MentorFilter.base_filters] == [
        "q",
        "area",
        "helps_with",
        "library_type",
        "country",
        "language",
        "style",
        "format",
        "window",
        "role",
        "career_stage",
        "library_size",
        "accepting",
        "overlap",
        "sort",
    ]


def test_kinds_are_declared_once():
    assert len(BY_KIND) == len(FACETS)
    assert {facet.kind for facet in SEARCHED} - {"country"} <= set(TermKind.values)


def test_a_facet_is_shared_between_requests():
    facet = BY_KIND["area"]

    assert copy.deepcopy(facet) is facet
