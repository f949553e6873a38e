"""Product 30: a letter, with prompts or without, given when it is ready."""

import pytest

from factories import HOSTILE
from feedback.models import TEXTS
from feedback.tests.letters import given
from mail.models import OutgoingMail
from mentorships import services as mentorships

pytestmark = pytest.mark.django_db


def test_it_is_given_read_and_announced_once(pair, write, as_, mentor, mentee):
    answer = as_(mentor).post(write, {"letter": "Well done.", "works": "Your plan.", "give": "1"})

    [letter] = given(pair)
    assert (letter.letter, letter.works, letter.better) == ("Well done.", "Your plan.", "")
    page = as_(mentee).get(answer.url).content.decode()
    assert "Well done." in page
    assert "What works" in page
    assert "One thing to try" not in page
    assert [mail.to for mail in OutgoingMail.objects.filter(kind="feedback/feedback_given")] == [mentee]


def test_the_mail_holds_none_of_its_words(pair, write, as_, mentor):
    """Product 30."""
    as_(mentor).post(write, {name: f"quicksilver {name}" for name in TEXTS})

    mail = OutgoingMail.objects.get(kind="feedback/feedback_given")
    assert "quicksilver" not in mail.subject + mail.text + mail.html


@pytest.mark.parametrize("name", TEXTS)
def test_any_one_field_is_enough(name, pair, write, as_, mentee):
    as_(mentee).post(write, {name: "Just this."})

    assert [getattr(letter, name) for letter in given(pair)] == ["Just this."]


def test_nothing_at_all_is_asked_for_in_words(pair, write, as_, mentee):
    page = as_(mentee).post(write, {"letter": "  ", "works": "\n"})

    assert "one line is enough" in page.content.decode()
    assert given(pair) == []


def test_the_button_keeps_too(pair, write, as_, mentor):
    page = as_(mentor).post(write, {"better": "Half a", "save": "1"}, follow=True)

    assert "Draft saved" in page.content.decode()
    assert "Half a" in page.content.decode()
    assert given(pair) == []


def test_a_double_click_gives_once(pair, write, as_, mentor):
    for _ in range(2):
        assert as_(mentor).post(write, {"letter": "Well done."}).status_code == 302

    assert len(given(pair)) == 1
    assert OutgoingMail.objects.filter(kind="feedback/feedback_given").count() == 1


def test_the_same_words_given_by_the_other_are_given(pair, write, as_, mentor, mentee):
    for who in (mentor, mentee):
        as_(who).post(write, {"letter": "Thank you."})

    assert len(given(pair)) == 2


def test_a_paused_mentorship_goes_on_writing(pair, write, as_, mentor):
    """Product 33."""
    mentorships.pause(pair, by=mentor)
    as_(mentor).post(write, {"letter": "Until spring."})

    assert len(given(pair)) == 1


@pytest.mark.parametrize(
    "text", [HOSTILE["emoji"], HOSTILE["html"], HOSTILE["template"], "שלום, Māori, naïve"]
)
def test_what_is_kept_is_kept_faithfully(text, pair, write, as_, mentor):
    as_(mentor).post(write, {"letter": text})

    assert [kept.letter for kept in given(pair)] == [text]
