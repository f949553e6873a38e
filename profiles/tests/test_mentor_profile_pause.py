"""Product 9: a mentor pauses with one click; a hidden profile stays hidden."""

import pytest

from directory.models import Listing
from profiles import moderation
from profiles.models.mentor import ProfileStatus
from profiles.tests.mentor_profile_form import GOOD, LEAST, mine, save
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_pause_is_one_click_and_so_is_coming_back(as_, mentor, stranger):
    """Product 9."""
    client = as_(mentor)
    client.post("/profile/mentor/pause/")
    assert not Listing.objects.get().listed
    assert "You’re taking a break" in main_text(client.get("/profile/mentor/"))

    client.post("/profile/mentor/pause/", {"resume": "1"})
    assert Listing.objects.get().listed


def test_a_pause_changes_nothing_about_running_mentorships(as_, pair):
    as_(pair.mentor).post("/profile/mentor/pause/")

    pair.refresh_from_db()
    assert pair.status == "active"
    assert mine().active == 1


@pytest.mark.parametrize("step", [{}, {"resume": "1"}])
def test_who_is_no_mentor_has_nothing_to_pause(step, as_, mentee):
    assert as_(mentee).post("/profile/mentor/pause/", step).status_code == 404


def test_a_draft_that_says_too_little_is_not_listed_by_coming_back(as_, mentee):
    save(as_(mentee), **LEAST)
    as_(mentee).post("/profile/mentor/pause/", {"resume": "1"})

    assert mine().status == ProfileStatus.DRAFT


def test_a_hidden_profile_says_why_and_stays_hidden_when_published(as_, mentor):
    moderation.hide(mentor.mentor_profile, reason="The post is not yours.")
    client = as_(mentor)

    assert "The post is not yours." in main_text(client.get("/profile/mentor/"))
    save(client, **GOOD, publish="1")
    assert not Listing.objects.get().listed
