"""Product 9, 11, 13: what stands in a listing, at the limits of what a profile may hold."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from directory.models import DirectoryVersion, Listing, ListingFacet
from directory.services import next_version, rank_key, relist
from factories import member, mentor
from profiles import services
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db


def listing(**fields):
    return Listing.objects.get(mentor=mentor(**fields))


def with_habit(days, answers=5):
    one = MentorProfile(member=member(), capacity=1)
    one.answer_days, one.answers = days, answers
    return one


def test_a_name_that_grows_when_it_is_folded_still_fits():
    """One ß is two letters: a hundred of them would be two hundred."""
    one = listing(name="ß" * 100)

    assert one.name == "ß" * 100
    assert one.sort_name == "s" * 100


@pytest.mark.parametrize("name", ["李明", "שרה לוי", "…", "👩🏽‍🏫", "'"])
def test_a_name_of_any_script_is_listed_as_it_is_written(name):
    assert listing(name=name).name == name


def test_the_longest_place_there_is_is_cut_to_its_column():
    one = listing(city="c" * 80, region="r" * 80, country="UM")

    assert len(one.place) == 180
    assert one.city == "c" * 80


@pytest.mark.parametrize("language", ["en-gb", "es", "fr"])
def test_a_listing_is_the_same_in_whatever_language_it_is_saved(language):
    one = mentor(city="Köln", country="DE")
    with translation.override(language):
        relist(one)

    assert Listing.objects.get().place == "Köln, Germany"


def test_a_draft_has_a_listing_that_is_not_shown():
    one = mentor(published=False)

    assert not Listing.objects.get(mentor=one).listed
    assert Listing.objects.get(mentor=one).published_at is None


def test_a_profile_with_nothing_in_it_is_listed_without_facets_but_its_zone():
    bare = MentorProfile(member=member(languages=[]), taking_requests=False)
    services.save_mentor(bare)

    assert Listing.objects.get().facets == "zone=Europe/Dublin"


def test_an_area_is_written_with_its_place_and_others_without():
    facets = listing(areas=["copyright", "archives"], roles=["coach"]).facets.split()

    assert [facet for facet in facets if facet.startswith("area")] == [
        "area=copyright",
        "area0=copyright",
        "area=archives",
        "area1=archives",
    ]
    assert "role=coach" in facets and "role0=coach" not in facets


def test_a_slug_given_twice_is_one_row():
    """The database refuses a second; an import or an old form may have kept it."""
    one = mentor(areas=["archives", "archives"])

    assert ListingFacet.objects.filter(listing=one.pk, kind="area").count() == 1


@pytest.mark.parametrize(
    ("days", "habit"), [(None, "1"), (0.1, "0"), (3.4, "0"), (3.6, "1"), (7.4, "1"), (7.6, "2"), (400, "2")]
)
def test_a_habit_is_quick_usual_or_slow_by_whole_days(days, habit):
    assert rank_key(with_habit(days, answers=5 if days else 0))[1] == habit


@pytest.mark.parametrize(("answers", "habit"), [(4, "1"), (5, "0")])
def test_four_answers_are_no_habit(answers, habit):
    """P11: of so few each would show."""
    assert rank_key(with_habit(0.5, answers))[1] == habit


def test_who_takes_no_requests_stands_where_the_full_stand():
    assert listing(taking_requests=False, capacity=3).rank_key[0] == "1"
    assert listing(capacity=1).rank_key[0] == "0"


def test_the_first_time_somebody_published_stays_the_date():
    """Leaving the list and coming back does not make one new."""
    one = mentor()
    first = datetime(2026, 1, 2, tzinfo=UTC)
    MentorProfile.objects.filter(pk=one.pk).update(published_at=first)
    one.refresh_from_db()
    services.pause(one)
    services.publish(one)

    assert Listing.objects.get().published_at == first


def test_each_change_has_a_number_of_its_own():
    numbers = [next_version() for _ in range(3)]

    assert numbers == sorted(set(numbers))
    assert DirectoryVersion.objects.get().version == numbers[-1]


@pytest.mark.parametrize("others", [1, 50])
def test_relisting_one_costs_the_same_among_many(others, django_assert_max_num_queries):
    one = mentor()
    for _ in range(others):
        mentor()

    with django_assert_max_num_queries(14):
        relist(one)
