"""Product 11: what a facet reads from a mentor, and what it adds to the search."""

import pytest

from directory.facets import BY_KIND, SEARCHED
from factories import mentor
from profiles import vocabulary
from profiles.models import Term

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("facet", SEARCHED, ids=lambda facet: facet.kind)
def test_what_is_searched_has_a_weight_below_the_first_area(facet):
    assert 0 < facet.weight <= BY_KIND["area"].weight


def test_countries_are_searched_in_every_language_and_as_people_call_them():
    names = [(slug, language, name) for slug, language, names in BY_KIND["country"].names() for name in names]

    for one in (
        ("DE", "en", "Germany"),
        ("DE", "es", "Alemania"),
        ("DE", "fr", "Allemagne"),
        ("GB", "en", "Wales"),
    ):
        assert one in names


def test_terms_are_searched_by_their_synonyms_too():
    Term.objects.filter(kind="role", slug="coach").update(synonyms="trainer\nsparring partner")
    vocabulary.changed()

    names = {slug: names for slug, language, names in BY_KIND["role"].names() if language == "en"}
    assert {"trainer", "sparring partner"} <= set(names["coach"])


def test_slugs_come_once_and_in_order():
    one = mentor(areas=["copyright", "archives", "copyright"])

    assert BY_KIND["area"].slugs(one) == ["copyright", "archives"]


def test_having_room_is_yes_or_nothing():
    one = mentor(capacity=1)
    assert BY_KIND["accepting"].slugs(one) == ["true"]

    one.active = 1
    assert BY_KIND["accepting"].slugs(one) == []
