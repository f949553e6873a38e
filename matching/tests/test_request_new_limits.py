"""Product 22: how many requests may be open, and that none is sent twice or to oneself."""

import pytest

from factories import mentor, pair, request
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from matching.tests.ask_form import WORDS, ask, drafts, send
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_three_may_be_open_at_a_time_and_the_fourth_is_kept_as_a_draft(as_, mentee):
    """Product 22."""
    client = as_(mentee)
    mentors = [mentor().member for _ in range(4)]
    for one in mentors[:3]:
        assert send(client, one).status_code == 302

    page = send(client, mentors[3])

    assert "reached the limit for open requests" in main_text(page)
    assert "saved what you wrote as a draft" in main_text(page)
    assert [draft.mentor for draft in drafts(mentee)] == [mentors[3]]

    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN).first()
    client.post(f"/requests/{waiting.code}/withdraw/")
    assert send(client, mentors[3]).status_code == 302


def test_several_mentors_each_for_their_own_focus(as_, mentee):
    """Product 18."""
    client = as_(mentee)
    for focus in ("leadership", "networking"):
        send(client, mentor().member, focus=focus)

    assert set(MentorRequest.objects.values_list("focus", flat=True)) == {"leadership", "networking"}


def test_the_same_mentor_is_asked_once_and_other_words_are_kept(as_, mentee, mentor):
    client = as_(mentee)
    send(client, mentor)

    page = send(client, mentor, message="And something else.")

    assert f"You’ve already asked {mentor.name}" in main_text(page)
    assert [draft.message for draft in drafts(mentee)] == ["And something else."]
    assert MentorRequest.objects.filter(status=RequestStatus.OPEN).count() == 1


def test_a_double_click_sends_once_and_says_nothing_wrong(as_, mentee, mentor):
    client = as_(mentee)

    first, second = send(client, mentor), send(client, mentor)

    assert first.url == second.url
    assert MentorRequest.objects.count() == 1
    assert OutgoingMail.objects.count() == 2


def test_a_double_click_on_the_third_request_says_nothing_wrong(as_, mentee):
    client = as_(mentee)
    for one in [mentor().member for _ in range(3)]:
        assert send(client, one).status_code == send(client, one).status_code == 302


def test_whoever_is_my_mentor_already_is_not_asked_again(as_, mentee, mentor):
    pair(mentor, mentee)

    page = send(as_(mentee), mentor)

    assert f"You already have a mentorship with {mentor.name}" in main_text(page)
    assert [draft.status for draft in MentorRequest.objects.all()] == [RequestStatus.DRAFT]


@pytest.mark.parametrize("button", ["send", "save"])
def test_nobody_asks_themselves(button, as_, mentor):
    page = as_(mentor).post(ask(mentor), {**WORDS, button: "1"})

    assert "there’s nobody to ask here" in main_text(page)
    assert MentorRequest.objects.count() == 0


def test_an_open_request_is_not_sent_twice_by_a_maker_of_rows(mentee, mentor):
    request(mentee, mentor)

    with pytest.raises(Exception, match="already asked"):
        request(mentee, mentor, message="Other words.")
