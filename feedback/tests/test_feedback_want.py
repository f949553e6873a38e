"""Product 30: asked for with one click, once."""

import pytest

from factories import letter
from feedback.models import FeedbackRequest
from mail.models import OutgoingMail
from mentorships import services as mentorships
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def want(client, pair):
    return main_text(client.post(f"/mentorships/{pair.code}/feedback/want/", follow=True))


def asked():
    return OutgoingMail.objects.filter(kind="feedback/feedback_requested").count()


def test_the_other_is_asked_once_and_both_see_it(pair, as_, mentor, mentee):
    assert "We’ve asked Rosalind Achterberg for feedback" in want(as_(mentee), pair)
    assert "You’ve already asked Rosalind Achterberg" in want(as_(mentee), pair)

    assert asked() == 1
    page = f"/mentorships/{pair.code}/feedback/"
    assert "Amina would like your feedback" in main_text(as_(mentor).get(page))
    assert "Amina Otieno, who would like your feedback" in main_text(as_(mentor).get("/"))


def test_a_letter_meets_the_wish_and_it_may_be_asked_again(pair, as_, mentor, mentee):
    want(as_(mentee), pair)
    letter(pair, mentor)

    assert FeedbackRequest.objects.get().met_at
    want(as_(mentee), pair)
    assert asked() == 2


def test_ones_own_letter_does_not_meet_ones_own_wish(pair, as_, mentee):
    want(as_(mentee), pair)
    letter(pair, mentee)

    assert FeedbackRequest.objects.get().met_at is None


def test_a_draft_meets_no_wish(pair, as_, mentor, mentee):
    want(as_(mentee), pair)
    as_(mentor).post(f"/mentorships/{pair.code}/feedback/draft/", {"letter": "Half a"})

    assert FeedbackRequest.objects.get().met_at is None


def test_both_may_ask_each_other(pair, as_, mentor, mentee):
    want(as_(mentee), pair)
    want(as_(mentor), pair)

    assert asked() == 2


def test_after_the_end_nobody_is_asked(pair, as_, mentor, mentee):
    mentorships.end(pair, by=mentor)

    assert "This mentorship has ended" in want(as_(mentee), pair)
    assert asked() == 0


def test_a_link_that_is_only_fetched_asks_nobody(pair, as_, mentee):
    assert as_(mentee).get(f"/mentorships/{pair.code}/feedback/want/").status_code == 405
