"""Product 21: what the two find on the page of a request that has lapsed, as their mails say."""

import pytest

from factories import member, request
from factories import mentor as new_mentor
from matching import services
from matching.models import MentorRequest, RequestStatus
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = {"message": "May I ask about my backlog?", "hopes": "A plan."}


@pytest.fixture
def lapsed(mentor, mentee):
    mentor_request = request(mentee, mentor, focus="specific-skill", **WORDS)
    services.expire_request(mentor_request)
    return mentor_request


@pytest.fixture
def other():
    return new_mentor(name="Siobhán Ní Dhálaigh").member


def ask(somebody, code):
    return f"/mentors/{somebody.code}/ask/?again={code}"


def test_the_same_words_can_be_sent_to_somebody_alike(lapsed, other, as_, mentee):
    client = as_(mentee)
    page = client.get(lapsed.get_absolute_url()).content.decode()
    assert ask(other, lapsed.code) in page

    form = client.get(ask(other, lapsed.code)).context["form"]

    assert {name: form.initial[name] for name in WORDS} == WORDS
    assert form.initial["focus"] == "specific-skill"
    assert "line_manager" not in form.initial
    assert not MentorRequest.objects.filter(status=RequestStatus.DRAFT).exists()


def test_a_draft_to_that_mentor_goes_before(lapsed, other, as_, mentee):
    services.save_request_draft(mentee=mentee, mentor=other, message="Begun already.")

    form = as_(mentee).get(ask(other, lapsed.code)).context["form"]

    assert form.initial["message"] == "Begun already."


@pytest.mark.parametrize("who", ["stranger", "mentor"])
def test_nobody_else_gets_the_words(who, lapsed, other, as_, request):
    answer = as_(request.getfixturevalue(who)).get(ask(other, lapsed.code))

    assert answer.status_code == 200
    assert answer.context["form"].initial == {}
    assert WORDS["message"] not in answer.content.decode()


@pytest.mark.parametrize("code", ["", "x", "0" * 36, "00000000-0000-4000-8000-000000000000"])
def test_an_address_that_names_none_is_an_empty_form(code, other, as_, mentee):
    answer = as_(mentee).get(ask(other, code))

    assert answer.status_code == 200
    assert answer.context["form"].initial == {}


def test_words_that_wait_for_an_answer_are_not_offered_twice(other, as_, mentee):
    waiting = request(mentee, new_mentor(name="Asked").member, **WORDS)

    assert as_(mentee).get(ask(other, waiting.code)).context["form"].initial == {}


def test_the_mentor_is_offered_the_pause_that_the_mail_names(lapsed, as_, mentor):
    client = as_(mentor)
    assert "Too busy right now?" in main_text(client.get(lapsed.get_absolute_url()))

    client.post("/profile/mentor/pause/")

    assert not MentorProfile.objects.get(member=mentor).listed
    assert "Too busy right now?" not in main_text(client.get(lapsed.get_absolute_url()))


def test_an_asker_who_is_a_mentor_too_is_not_told_to_pause(mentor, as_):
    asker = new_mentor(name="Asks And Mentors").member
    mentor_request = request(asker, mentor)
    services.expire_request(mentor_request)

    assert "Too busy right now?" not in main_text(as_(asker).get(mentor_request.get_absolute_url()))


def test_an_open_request_offers_an_answer_and_no_pause(as_, mentor):
    mentor_request = request(member(name="Asks"), mentor)

    assert "Too busy right now?" not in main_text(as_(mentor).get(mentor_request.get_absolute_url()))
