"""Product 30: the draft of a letter: kept as typed, its writer's alone, used up by giving."""

import pytest

from feedback.models import Feedback
from feedback.tests.letters import given

pytestmark = pytest.mark.django_db


def test_a_draft_is_kept_as_typed_and_is_its_writers_alone(pair, write, draft, as_, mentor, mentee):
    client = as_(mentor)
    for typed in ("W", "Well", "Well done"):
        assert client.post(draft, {"letter": typed}).status_code == 204

    assert [kept.letter for kept in Feedback.objects.all()] == ["Well done"]
    assert "Well done" in client.get(write).content.decode()
    assert "Finish your letter" in client.get(f"/mentorships/{pair.code}/feedback/").content.decode()
    for page in ("feedback/", "feedback/write/", "archive/", "archive/feedback.json"):
        assert b"Well done" not in as_(mentee).get(f"/mentorships/{pair.code}/{page}").content


def test_each_of_the_two_has_a_draft_of_their_own(pair, draft, as_, mentor, mentee):
    as_(mentor).post(draft, {"letter": "From the mentor"})
    as_(mentee).post(draft, {"letter": "From the mentee"})

    assert {kept.letter for kept in Feedback.objects.all()} == {"From the mentor", "From the mentee"}


def test_giving_uses_up_the_draft(pair, write, draft, as_, mentor):
    client = as_(mentor)
    client.post(draft, {"letter": "Half a"})
    client.post(write, {"letter": "All of it."})

    assert [(kept.letter, bool(kept.given_at)) for kept in Feedback.objects.all()] == [("All of it.", True)]


def test_a_draft_can_be_thrown_away(pair, write, draft, as_, mentor, mentee):
    as_(mentor).post(draft, {"letter": "Half a"})
    as_(mentee).post(f"/mentorships/{pair.code}/feedback/discard/")
    assert Feedback.objects.count() == 1  # not the other's

    as_(mentor).post(f"/mentorships/{pair.code}/feedback/discard/")
    assert Feedback.objects.count() == 0


def test_what_was_given_cannot_be_thrown_away(pair, write, as_, mentor):
    as_(mentor).post(write, {"letter": "Well done."})
    as_(mentor).post(f"/mentorships/{pair.code}/feedback/discard/")

    assert len(given(pair)) == 1
