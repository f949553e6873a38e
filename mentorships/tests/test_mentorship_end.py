"""Product 31, 34, 35: an end without blame: no reason asked, everything stays readable."""

import pytest

from factories import letter, request
from mail.models import OutgoingMail
from matching import services as matching
from mentorships.models import Mentorship, StatusChange
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(pair):
    return f"/mentorships/{pair.code}/end/"


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_either_ends_it_and_the_place_is_free_again(who, pair, page, as_, request):
    member = request.getfixturevalue(who)
    as_(member).post(page)

    pair.refresh_from_db()
    assert (pair.status, bool(pair.ended_at)) == ("ended", True)
    assert MentorProfile.objects.get().active == 0
    assert StatusChange.objects.latest("pk").by == member


def test_it_is_asked_before_and_a_fetched_link_ends_nothing(pair, page, as_, mentee):
    assert "This cannot be undone" in main_text(as_(mentee).get(page))

    pair.refresh_from_db()
    assert pair.status == "active"


def test_a_second_click_ends_nothing_twice(pair, page, as_, mentee):
    as_(mentee).post(page)
    answer = as_(mentee).post(page, follow=True)

    assert "had already ended" in main_text(answer)
    assert MentorProfile.objects.get().active == 0
    assert StatusChange.objects.filter(now="ended").count() == 1


def test_what_was_written_stays_for_both(pair, page, as_, mentor, mentee):
    """Product 31."""
    letter(pair, mentor, letter="For good.")
    as_(mentee).post(page)

    for who in (mentor, mentee):
        assert "For good." in main_text(as_(who).get(f"/mentorships/{pair.code}/feedback/"))


def test_another_may_begin_with_a_new_request(pair, page, as_, mentor, mentee):
    """Product 33."""
    as_(mentee).post(page)
    matching.accept_request(request(mentee, mentor))

    assert Mentorship.objects.count() == 2
    assert MentorProfile.objects.get().active == 1


def test_nothing_is_mailed_about_why(pair, page, as_, mentee):
    as_(mentee).post(page)

    assert not OutgoingMail.objects.filter(text__contains="because").exists()
