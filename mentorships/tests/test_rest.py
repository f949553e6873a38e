"""Product 70: a mentorship rests when both say so; its place is free, and taking it up again asks for one."""

import pytest

from factories import member, pair
from mentorships.models import Mentorship
from mentorships.privacy import mentorship_dates
from mentorships.services import end, resting
from profiles.models import MentorProfile
from testing.mails import mails_to
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(pair):
    return f"/mentorships/{pair.code}/rest/"


def test_it_rests_once_both_have_said_so(as_, pair, mentor, mentee, page):
    as_(mentor).post(page)
    pair.refresh_from_db()
    assert (pair.status, pair.rest_proposed_by) == ("active", mentor)
    assert mails_to(mentee)[-1] == "mentorships/rest_proposed"

    shown = as_(mentee).post(page, follow=True)
    pair.refresh_from_db()
    assert (pair.status, pair.rest_proposed_by) == ("resting", None)
    assert "resting now" in main_text(shown)
    assert mails_to(mentor)[-1] == "mentorships/mentorship_rests"
    assert MentorProfile.objects.get(member=mentor).active == 0


def test_one_alone_changes_nothing_however_often(as_, pair, mentor, mentee, page):
    for _click in range(3):
        as_(mentor).post(page)
    pair.refresh_from_db()
    assert pair.status == "active"
    assert mails_to(mentee).count("mentorships/rest_proposed") == 1


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_a_suggestion_can_be_withdrawn_or_refused(as_, pair, mentor, page, who, request):
    as_(mentor).post(page)
    as_(request.getfixturevalue(who)).post(page, {"drop": "1"})
    pair.refresh_from_db()
    assert (pair.status, pair.rest_proposed_by) == ("active", None)


def test_a_suggestion_from_before_an_end_agrees_to_nothing(pair, mentor, mentee):
    resting.propose_rest(pair, by=mentor)
    end(pair, by=mentor)
    with pytest.raises(resting.MentorshipMoveNotAllowed):
        resting.propose_rest(pair, by=mentee)


def test_both_at_once_is_agreement(pair, mentor, mentee):
    """Two pages that were both open before anybody had said so."""
    old = Mentorship.objects.get(pk=pair.pk)
    assert resting.propose_rest(pair, by=mentor) is False
    assert resting.propose_rest(old, by=mentee) is True


def test_the_page_says_what_waits(as_, pair, mentor, mentee, page):
    as_(mentor).post(page)
    assert "suggests this" in main_text(as_(mentee).get(pair.get_absolute_url()))
    assert "hasn’t answered yet" in main_text(as_(mentor).get(page))
    assert "Agree, let it rest" in main_text(as_(mentee).get(page))


def test_taking_it_up_again_asks_for_a_place(as_, pair, mentor, mentee, page):
    as_(mentor).post(page)
    as_(mentee).post(page)
    MentorProfile.objects.filter(member=mentor).update(capacity=1)
    other = pair_with(mentor)

    shown = as_(mentee).post(f"/mentorships/{pair.code}/resume/", follow=True)
    assert "no room left" in main_text(shown)
    pair.refresh_from_db()
    assert pair.status == "resting"

    end(other, by=mentor)
    as_(mentee).post(f"/mentorships/{pair.code}/resume/")
    pair.refresh_from_db()
    assert pair.status == "active"


def pair_with(mentor):
    return pair(mentor, member())


def test_what_rests_is_not_left_to_rest_again(as_, pair, mentor, mentee, page):
    as_(mentor).post(page)
    as_(mentee).post(page)
    assert as_(mentor).get(page).status_code == 302


def test_both_can_still_write(as_, pair, mentor, mentee, page):
    as_(mentor).post(page)
    as_(mentee).post(page)
    assert as_(mentee).get(f"/mentorships/{pair.code}/feedback/").status_code == 200
    assert (
        as_(mentee).post(f"/mentorships/{pair.code}/notes/new/", {"title": "A", "text": "b"}).status_code
        == 302
    )


def test_who_suggested_it_stands_in_what_the_two_take_along(pair, mentor, mentee):
    resting.propose_rest(pair, by=mentor)
    pair.refresh_from_db()
    first = next(mentorship_dates(pair, mentee))

    assert first["rest_suggested_by"] == mentor.name
