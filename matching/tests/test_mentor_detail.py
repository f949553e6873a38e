"""Product 7, 9, 11: one profile, as every member sees it."""

import pytest

from factories import HOSTILE, mentor, pair, request
from matching import services
from profiles import moderation
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def profile(member):
    return f"/mentors/{member.code}/"


def test_a_profile_says_what_is_offered_in_words(as_, stranger):
    shown = mentor(
        name="Rosa Lind",
        areas=["digital-collections-preservation", "cataloging-metadata"],
        pronouns="she/her",
        helps_with=["isolation"],
        windows=["flexible"],
        country="IE",
        city="Sligo",
    )

    page = main_text(as_(stranger).get(profile(shown.member)))

    for words in (
        "Rosa Lind",
        "she/her",
        "I describe seed packets.",
        "Sligo, Ireland",
        "Has room",
        "Feeling less isolated",
    ):
        assert words in page
    assert page.index("Digitisation") < page.index("Cataloguing")


def test_the_room_left_follows_at_once(as_, stranger, mentor):
    """Product 9."""
    client = as_(stranger)
    people.take_place(mentor)
    assert "Has room" in main_text(client.get(profile(mentor)))

    people.take_place(mentor)
    page = main_text(client.get(profile(mentor)))
    assert "Full right now" in page
    assert "cannot take on another mentee right now" in page


@pytest.mark.parametrize("step", ["pause", "hide", "suspend"])
def test_who_is_not_in_the_list_looks_like_nobody(step, as_, stranger, mentor):
    if step == "suspend":
        moderation.suspend(mentor)
    elif step == "hide":
        moderation.hide(mentor.mentor_profile, reason="A check.")
    else:
        people.pause(mentor.mentor_profile)

    gone = as_(stranger).get(profile(mentor))
    nobody = as_(stranger).get("/mentors/00000000-0000-4000-8000-000000000000/")

    assert gone.status_code == nobody.status_code == 404
    assert main_text(gone) == main_text(nobody)


def test_the_way_on_is_to_what_is_between_us(as_, mentee, mentor):
    client = as_(mentee)
    assert f"/mentors/{mentor.code}/ask/" in client.get(profile(mentor)).content.decode()

    client.post(f"/mentors/{mentor.code}/ask/draft/", {"message": "Half a"})
    assert "Finish your request" in main_text(client.get(profile(mentor)))

    mentor_request = request(mentee, mentor)
    assert mentor_request.get_absolute_url() in client.get(profile(mentor)).content.decode()

    both = services.accept_request(mentor_request)
    assert both.get_absolute_url() in client.get(profile(mentor)).content.decode()


def test_nobody_else_can_tell_who_is_whose_mentor(as_, mentee, mentor, stranger):
    """Product 27."""
    before = main_text(as_(stranger).get(profile(mentor)))
    both = pair(mentor, mentee)

    after = as_(stranger).get(profile(mentor))

    assert main_text(after) == before
    assert str(both.code) not in after.content.decode()


def test_ones_own_profile_offers_to_change_it(as_, mentor):
    page = main_text(as_(mentor).get(profile(mentor)))

    assert "This is your own profile" in page
    assert "Save for later" not in page


@pytest.mark.parametrize("text", [HOSTILE["html"], HOSTILE["script"], HOSTILE["template"]])
def test_what_a_mentor_writes_is_never_markup(text, as_, stranger):
    shown = mentor(
        bio=text,
        name=text[:60],
        ask_me_about=text[:90],
        note=text[:90],
        windows=["weekends"],
        city=text[:60],
        employer=text[:90],
        photo_alt=text,
    )
    client = as_(stranger)

    for address in (profile(shown.member), "/mentors/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>bold" not in page
