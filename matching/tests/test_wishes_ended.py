"""Product 25: a mentorship that begins ends the wish of its mentee."""

import pytest

from factories import member, pair
from matching import offers, wishes
from matching.models import MentorOffer, Suggestion, Wish
from mentorships.services import end


@pytest.fixture
def wish(mentee):
    return wishes.write_wish(mentee, what="binds seed packets.", focus="")


def test_a_mentorship_that_begins_ends_it_with_everything(wish, mentee, mentor):
    other = mentor.mentor_profile
    offers.offer(wish, other.member)
    offers.suggest(wish, other.member)
    pair(mentor, mentee)

    assert wishes.follow_up_wishes() == 1
    assert wishes.follow_up_wishes() == 0
    assert [model.objects.count() for model in (Wish, MentorOffer, Suggestion)] == [0, 0, 0]


def test_even_one_that_has_ended_since(wish, mentee, mentor):
    end(pair(mentor, mentee), by=mentor)

    assert wishes.follow_up_wishes() == 1


def test_an_older_mentorship_or_one_as_a_mentor_does_not(mentee, mentor):
    pair(mentor, mentee)
    wishes.write_wish(mentee, what="knows maps.", focus="")
    wishes.write_wish(mentor, what="knows the sea.", focus="")
    pair(mentor, member())

    assert wishes.follow_up_wishes() == 0
    assert Wish.objects.count() == 2
