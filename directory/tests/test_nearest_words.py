"""Product 11: how many slips are between two words, and the areas that are offered for a word near them."""

import pytest

from directory.search.edit_distance import edit_distance
from directory.search.mentors import lexicon

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("everyone")]


@pytest.mark.parametrize(
    ("one", "other", "far"), [("reveiw", "review", 1), ("a", "a", 0), ("cat", "cart", 1), ("cat", "dogs", 3)]
)
def test_slips_count_a_swap_as_one(one, other, far):
    assert edit_distance(one, other, 2) == far


@pytest.mark.parametrize(
    ("query", "area"), [("teaching lesson plans", "information-literacy"), ("robotic sewing", "makerspaces")]
)
def test_the_nearest_areas_are_offered(query, area):
    assert area in lexicon().nearest_areas(query)


def test_nothing_near_offers_nothing():
    assert lexicon().nearest_areas("underwater basket weaving") == []
    assert lexicon().nearest_areas("") == []
