"""Product 36, attack A16: for whoever is blocked, a mentor is on a break; no address tells the two apart."""

import pytest

import factories
from matching import services
from matching.blocking import block
from matching.models import MentorRequest
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ASKED = {"message": "Would you?", "focus": "specific-skill"}
SENT = ("", "ask/", "ask/draft/", "mark/kept/", "mark/hidden/", "watch/", "block/")


@pytest.fixture
def on_a_break():
    return factories.mentor(name="Test Mentor").member


@pytest.fixture
def blocks_me(mentee):
    return factories.mentor(name="Test Mentor").member


def answers(client, mentor):
    """[(status, page)] of every address of a mentor, read and written to, without what differs by name."""
    for way in SENT:
        url = f"/mentors/{mentor.code}/{way}"
        for answer in (client.get(url), client.post(url, ASKED)):
            yield way, answer.status_code, main_text(answer) if answer.content else ""


def test_every_address_answers_alike(as_, mentee, on_a_break, blocks_me):
    people.pause(on_a_break.mentor_profile)
    block(blocks_me, mentee)

    assert list(answers(as_(mentee), blocks_me)) == list(answers(as_(mentee), on_a_break))


def test_drafts_stay_in_the_list_of_both(as_, mentee, on_a_break, blocks_me):
    for mentor in (on_a_break, blocks_me):
        services.save_request_draft(mentee=mentee, mentor=mentor, message="unsent-heron")
    people.pause(on_a_break.mentor_profile)
    block(blocks_me, mentee)

    assert main_text(as_(mentee).get("/requests/")).count("Test Mentor") == 2
    assert list(answers(as_(mentee), blocks_me)) == list(answers(as_(mentee), on_a_break))


def test_a_request_in_vain_looks_alike(as_, mentee, on_a_break, blocks_me):
    """The page, and waiting for room from there."""
    requests = [factories.request(mentee, mentor) for mentor in (on_a_break, blocks_me)]
    for mentor_request in requests:
        services.decline_request(mentor_request)
    people.pause(on_a_break.mentor_profile)
    block(blocks_me, mentee)

    client = as_(mentee)
    pages = [main_text(client.get(mentor_request.get_absolute_url())) for mentor_request in requests]
    waits = [client.post(f"{mentor_request.get_absolute_url()}watch/") for mentor_request in requests]
    assert pages[0] == pages[1]
    assert [(answer.status_code, answer.url) for answer in waits] == [(302, "/shortlist/")] * 2
    waiting = main_text(client.get("/shortlist/")).partition("Mentors you’re waiting for")[2]
    assert waiting.count("Cancel this alert : Test Mentor") == 2


def test_the_photo_of_a_mentor_on_a_break_is_gone_as_that_of_one_who_blocked_me_is(
    as_, mentee, on_a_break, blocks_me
):
    for mentor in (on_a_break, blocks_me):
        people.set_photo(mentor, {"card": b"c", "page": b"p"}, alt="")
        mentor.refresh_from_db(fields=["photo"])
        assert as_(mentee).get(f"/photos/{mentor.photo}-card.jpg").status_code == 200
    people.pause(on_a_break.mentor_profile)
    block(blocks_me, mentee)

    for mentor in (on_a_break, blocks_me):
        assert as_(mentee).get(f"/photos/{mentor.photo}-card.jpg").status_code == 404
        assert as_(mentor).get(f"/photos/{mentor.photo}-card.jpg").status_code == 200


def test_whoever_blocked_writes_to_nobody(as_, mentee, blocks_me):
    block(mentee, blocks_me)

    for way in ("ask/", "ask/draft/"):
        assert as_(mentee).post(f"/mentors/{blocks_me.code}/{way}", ASKED).status_code == 404
    assert not MentorRequest.objects.exists()
