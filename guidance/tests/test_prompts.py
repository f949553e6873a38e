"""Product 53: the prompt of a month knows the season where the reader is, and their kind of library."""

from datetime import date

import pytest

from guidance.prompts import KIND_OF_LIBRARY, OF_THE_LIBRARY, of_the_month
from mentoring.lib.seasons import Season
from profiles.vocabulary import shipped

pytestmark = pytest.mark.any_database
NORTH, SOUTH = "Europe/London", "Australia/Hobart"


def prompts_of(library_type, zone, month):
    return {str(of_the_month(date(year, month, 5), zone, library_type)) for year in range(2026, 2032)}


@pytest.mark.parametrize(("zone", "month"), [(NORTH, 9), (SOUTH, 3)])
def test_a_school_year_begins_in_autumn_on_both_sides_of_the_equator(zone, month):
    own = str(OF_THE_LIBRARY["school"][Season.AUTUMN])

    assert own in prompts_of("school", zone, month)
    assert own not in prompts_of("law", zone, month) | prompts_of("school", zone, month + 1)


@pytest.mark.parametrize("library_type", ["", "school", "academic-college", "public", "no-such-type"])
def test_no_prompt_comes_twice_in_a_year(library_type):
    for year in range(2026, 2032):
        prompts = [of_the_month(date(year, month, 5), NORTH, library_type) for month in range(1, 13)]
        assert len(set(map(str, prompts))) == 12


def test_the_kinds_are_terms_of_the_vocabulary():
    assert set(KIND_OF_LIBRARY) <= {term["slug"] for term in shipped()["library_types"]}
