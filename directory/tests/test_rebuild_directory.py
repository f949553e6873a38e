"""A field that is new in the list reaches the mentors who were there before it."""

from io import StringIO

import pytest
from django.core.management import call_command

from directory.facet_index import current_index
from directory.filters import MentorFilter
from directory.models import Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from factories import mentor

pytestmark = pytest.mark.django_db


def rebuild():
    out = StringIO()
    call_command("rebuild_directory", stdout=out)
    return out.getvalue()


def stored():
    facets = ListingFacet.objects.order_by("listing", "kind", "position").values_list(
        "listing", "kind", "slug"
    )
    return list(Listing.objects.order_by("pk").defer("version").values()), list(facets)


def without_versions(listings):
    return [{name: value for name, value in row.items() if name != "version"} for row in listings]


def test_old_rows_are_made_anew():
    one = mentor(roles=["coach"], bio="I mend zebra bindings.")
    other = mentor(published=False)
    listings, facets = stored()
    Listing.objects.update(facets="", name="", listed=False)
    ListingFacet.objects.all().delete()
    SearchWord.objects.all().delete()
    engine().clear()

    assert rebuild() == "2 mentors listed anew.\n"
    assert without_versions(stored()[0]) == without_versions(listings)
    assert stored()[1] == facets
    assert set(engine().find([("zebra",)])[("zebra",)]["bio"]) == {one.pk}
    assert SearchWord.objects.filter(word="zebra").exists()
    assert not Listing.objects.get(mentor=other).listed


def test_every_process_reads_what_is_new():
    one = mentor(roles=["coach"])
    Listing.objects.update(facets="")
    current_index()

    rebuild()

    assert current_index().ids_of(current_index().having("role", "coach")) == [one.pk]
    assert MentorFilter({"q": ""}, time_zone="UTC").counts()["role"]["coach"] == 1


def test_twice_changes_nothing():
    mentor()
    rebuild()
    listings, facets = stored()

    rebuild()
    assert (without_versions(stored()[0]), stored()[1]) == (without_versions(listings), facets)


def test_nobody_is_no_trouble():
    assert rebuild() == "0 mentors listed anew.\n"
