"""Issue 2, bad input: signed out or too late while writing, nothing typed is lost."""

import re
from html import unescape

import pytest
from django.test import Client

from factories import member, mentor, pair, request
from feedback.models import Feedback
from matching.models import MentorRequest
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = "A first line.\n\nA second one, with <b>angles</b> & more than sixty letters in all."
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def strict():
    """A browser that has to bring its token, as everybody's does."""
    return Client(enforce_csrf_checks=True)


def token(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]


def fields(page):
    """What the form of the page would send."""
    body = page.content.decode().split("<main")[1]
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', body)
    areas = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', body, re.DOTALL)
    return {name: unescape(value).removeprefix("\n") for name, value in hidden + areas}


def test_signed_out_while_writing_the_words_come_back_and_can_be_sent(strict, mentee, mentor):
    strict.force_login(mentee)
    ask = f"/mentors/{mentor.code}/ask/"
    typed = {
        "csrfmiddlewaretoken": token(strict.get(ask)),
        "focus": "leadership",
        "message": WORDS,
        "send": "1",
    }
    del strict.cookies["member-session"]

    kept = strict.post(ask, typed, **HERE)

    assert kept.status_code == 403
    assert "You were signed out while you were writing" in main_text(kept)
    assert "<b>angles" not in kept.content.decode()
    assert fields(kept) | {"csrfmiddlewaretoken": ""} == typed | {"csrfmiddlewaretoken": ""}

    strict.force_login(mentee)
    sent = strict.post(ask, fields(kept), **HERE)
    if sent.status_code == 403:  # signing in has changed the token: one click more
        sent = strict.post(ask, fields(sent), **HERE)
    assert sent.status_code == 302
    assert MentorRequest.objects.get().message == WORDS


def test_a_form_that_is_too_old_gives_the_words_back(strict, mentee, mentor):
    strict.force_login(mentee)
    ask = f"/mentors/{mentor.code}/ask/"
    strict.get(ask)
    stale = {"csrfmiddlewaretoken": "a" * 64, "focus": "leadership", "message": WORDS, "send": "1"}

    kept = strict.post(ask, stale, **HERE)

    assert kept.status_code == 403
    assert "timed out" in main_text(kept)
    assert MentorRequest.objects.count() == 0
    assert strict.post(ask, fields(kept), **HERE).status_code == 302
    assert MentorRequest.objects.get().message == WORDS


def test_a_form_from_another_site_gets_nothing_back(strict, mentee, mentor):
    strict.force_login(mentee)

    answer = strict.post(
        f"/mentors/{mentor.code}/ask/", {"message": WORDS}, HTTP_ORIGIN="https://evil.example"
    )

    assert answer.status_code == 403
    assert "A second one" not in answer.content.decode()


def test_every_form_of_words_is_kept(client):
    both = pair(mentor().member, member())
    mentor_request = request(member(), mentor().member)
    for address in (
        f"/mentorships/{both.code}/feedback/write/",
        f"/requests/{mentor_request.code}/talk/",
        f"/requests/{mentor_request.code}/decline/",
        "/profile/",
        "/profile/mentor/",
    ):
        kept = client.post(address, {"some-text": WORDS})
        assert kept.status_code == 403
        assert fields(kept)["some-text"] == WORDS
        assert f'action="{address}"' in kept.content.decode()
    assert Feedback.objects.count() == 0


def test_passwords_and_codes_are_not_shown_again(client, mentor):
    kept = client.post(f"/mentors/{mentor.code}/ask/", {"password": "hunter2", "code": "ABC-123"})

    assert "hunter2" not in kept.content.decode()
    assert "ABC-123" not in kept.content.decode()
