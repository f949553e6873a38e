"""A mentor profile is saved a section at a time, and stays worth showing."""

import pytest

from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db


def test_a_mentor_profile_begins_with_any_section(as_, mentee):
    assert as_(mentee).post("/profile/mentor/", {"section": "about", "bio": "I mend."}).status_code == 302
    as_(mentee).post("/profile/mentor/", {"section": "areas", "area_0": "archives"})

    mine = MentorProfile.objects.get(member=mentee)
    assert (mine.bio, mine.areas, mine.taking_requests) == ("I mend.", ["archives"], True)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"section": "areas", "area_0": ""}, "area_0"),
        ({"section": "about", "bio": ""}, "bio"),
        ({"section": "places", "capacity": "0"}, "capacity"),
    ],
)
def test_what_is_on_the_list_stays_worth_showing(typed, field, as_, mentor):
    text = as_(mentor).post("/profile/mentor/", typed).content.decode()

    assert f'href="#id_{field}"' in text
    mine = MentorProfile.objects.get(member=mentor)
    assert mine.areas and mine.bio and mine.capacity == 2


def test_saving_one_section_of_a_listed_profile_leaves_the_others(as_, mentor):
    as_(mentor).post("/profile/mentor/", {"section": "experience", "years_in_libraries": "7"})

    mine = MentorProfile.objects.get(member=mentor)
    assert (mine.years_in_libraries, mine.areas) == (7, ["cataloging-metadata"])
    assert mine.bio and mine.taking_requests and mine.listed


def test_publishing_keeps_all_sections(as_, mentee):
    typed = {"area_0": "archives", "bio": "I mend.", "capacity": "2", "taking_requests": "on", "whole": "1"}
    as_(mentee).post("/profile/mentor/", typed | {"publish": "1"})

    assert MentorProfile.objects.get(member=mentee).listed
