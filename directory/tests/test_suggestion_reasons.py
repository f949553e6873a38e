"""Product 12, 15: each suggestion says why, in words, and the best reasons come first."""

import pytest
from django.utils import translation

from directory.facet_index import current_index
from directory.pages import first_of
from directory.suggestions import LOOKED_AT, most_alike, suggest
from factories import member, mentor

pytestmark = pytest.mark.django_db
SEEKER = {
    "seeking": ["isolation", "change"],
    "library_type": "public",
    "library_size": "solo",
    "career_stage": "manager",
    "country": "KE",
    "time_zone": "Africa/Nairobi",
    "languages": ["en"],
}


@pytest.fixture
def seeker():
    return member(**SEEKER)


def reason(seeker, profile):
    """Why this profile is suggested; None if it is not."""
    index = current_index()
    return suggest(seeker, index, index.listed).get(profile.pk)


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        ({"helps_with": ["isolation"]}, "helps with feeling less isolated"),
        ({"library_size": "solo"}, "also works solo"),
        ({"library_type": "public"}, "works in the same kind of library"),
        ({"career_stage": "manager"}, "at the same career stage"),
        ({"country": "UG", "time_zone": "Africa/Kampala"}, "in another country, but at work when you are"),
    ],
)
def test_each_thing_in_common_is_a_reason(offer, words, seeker):
    assert words in reason(seeker, mentor(**{"time_zone": "Pacific/Auckland", "country": "KE", **offer}))


@pytest.mark.parametrize(
    ("told", "offer", "words"),
    [
        ({"library_size": "large"}, {"library_size": "large"}, "also works solo"),
        ({"library_type": ""}, {"library_type": ""}, "works in the same kind of library"),
        ({"career_stage": ""}, {"career_stage": ""}, "at the same career stage"),
        ({"country": ""}, {"country": "UG", "time_zone": "Africa/Kampala"}, "elsewhere"),
        ({}, {"country": "UG", "time_zone": "Pacific/Auckland"}, "elsewhere"),
    ],
)
def test_what_is_not_in_common_is_no_reason(told, offer, words):
    given = reason(member(**{**SEEKER, **told}), mentor(helps_with=["isolation"], **offer))

    assert words not in (given or "")


def test_who_helps_with_two_things_is_suggested_for_both(seeker):
    sentence = reason(seeker, mentor(helps_with=["change", "isolation"]))

    assert sentence.count("helps with") == 2


def test_without_a_reason_nobody_is_suggested(seeker):
    assert reason(seeker, mentor(time_zone="Pacific/Auckland", country="KE")) is None


def test_the_reasons_are_in_the_language_of_the_page(seeker):
    one = mentor(helps_with=["isolation"], library_type="public")
    english = reason(seeker, one)

    with translation.override("es"):
        assert reason(seeker, one) != english


def test_the_one_from_elsewhere_is_of_another_kind_of_library(seeker):
    for _ in range(4):
        mentor(library_type="public", helps_with=["isolation"])
    far = mentor(library_type="law", helps_with=["isolation"])

    assert reason(seeker, far).startswith("works somewhere quite different, for a fresh view")


def test_those_with_most_in_common_come_first():
    little, much = mentor(roles=["coach"]), mentor(roles=["coach", "guide"])
    index = current_index()

    slots = most_alike(index, index.listed, {"role=coach", "role=guide"}, 2)
    assert [index.ids[slot] for slot in slots] == [much.pk, little.pk]


def test_of_a_long_list_the_first_few_hundred_are_looked_at():
    for _ in range(5):
        mentor()
    index = current_index()

    assert len(first_of(index, index.listed, 3)) == 3
    assert LOOKED_AT >= 100


@pytest.mark.parametrize("count", [1, 12])
def test_suggestions_cost_no_statement_per_mentor(count, seeker, django_assert_max_num_queries):
    for _ in range(count):
        mentor(helps_with=["isolation"])
    index = current_index()
    suggest(seeker, index, index.listed)

    with django_assert_max_num_queries(1):
        assert suggest(seeker, index, index.listed)
