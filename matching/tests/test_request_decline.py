"""Product 20: a no, with as much or as little as one likes."""

import pytest

from factories import HOSTILE, request
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from matching.services import withdraw_request
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = "I have no time before spring, and yours is a lovely plan."


def decline(client, mentor_request, **data):
    return client.post(
        f"/requests/{mentor_request.code}/decline/",
        {f"decline-{name}": value for name, value in data.items()},
    )


def now(mentor_request):
    return MentorRequest.objects.get(pk=mentor_request.pk)


def test_a_bare_no_is_enough(mentor_request, as_, mentor, mentee):
    decline(as_(mentor), mentor_request)

    assert (now(mentor_request).status, now(mentor_request).decline_reason) == (RequestStatus.DECLINED, "")
    letter = OutgoingMail.objects.get(kind="matching/request_declined")
    assert letter.to == mentee
    assert "written you a message" not in letter.text


def test_kind_words_stand_on_the_page_and_not_in_the_mail(mentor_request, as_, mentor, mentee):
    decline(as_(mentor), mentor_request, text=WORDS, reason="timing")

    assert now(mentor_request).decline_reason == "timing"
    assert WORDS in main_text(as_(mentee).get(mentor_request.get_absolute_url()))
    letter = OutgoingMail.objects.get(kind="matching/request_declined")
    assert "has written you a message" in letter.text
    assert "spring" not in letter.text + letter.html + letter.subject


@pytest.mark.parametrize("pause", [True, False])
def test_decline_and_pause_in_one_step(pause, mentor_request, as_, mentor):
    decline(as_(mentor), mentor_request, **({"then_pause": "on"} if pause else {}))

    assert MentorProfile.objects.get().listed is not pause


def test_a_no_gives_no_mentorship_and_frees_the_request(mentor_request, as_, mentor, mentee):
    decline(as_(mentor), mentor_request)

    request(mentee, mentor, message="Perhaps later?")
    assert MentorProfile.objects.get().active == 0


@pytest.mark.parametrize(
    ("who", "expected"), [("mentee", 403), ("stranger", 404), ("coordinator", 404), (None, 403)]
)
def test_nobody_but_the_mentor_says_no(who, expected, mentor_request, client, request):
    if who:
        client.force_login(request.getfixturevalue(who))

    assert decline(client, mentor_request).status_code == expected
    assert now(mentor_request).status == RequestStatus.OPEN


def test_a_no_after_a_yes_changes_nothing(mentor_request, as_, mentor):
    client = as_(mentor)
    client.post(f"/requests/{mentor_request.code}/accept/")

    page = decline(client, mentor_request, text=WORDS, then_pause="on")

    assert page.status_code == 409
    assert "already closed" in main_text(page)
    assert now(mentor_request).status == RequestStatus.ACCEPTED
    assert mentor_request.talk.count() == 0
    assert MentorProfile.objects.get().listed


def test_a_double_click_tells_once(mentor_request, as_, mentor):
    client = as_(mentor)
    for _ in range(2):
        decline(client, mentor_request, text=WORDS)

    assert mentor_request.talk.count() == 1
    assert OutgoingMail.objects.filter(kind="matching/request_declined").count() == 1


def test_words_too_long_are_given_back_and_nothing_is_decided(mentor_request, as_, mentor):
    page = decline(as_(mentor), mentor_request, text="x" * 5001)

    assert page.status_code == 422
    assert "x" * 5001 in page.content.decode()
    assert now(mentor_request).status == RequestStatus.OPEN


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_does_no_harm(text, mentor_request, as_, mentor, mentee):
    for field in ("reason", "text", "then_pause"):
        assert decline(as_(mentor), mentor_request, **{field: text}).status_code in (302, 409, 422)

    page = as_(mentee).get(mentor_request.get_absolute_url())
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert "<img src=x" not in page.content.decode()


@pytest.mark.parametrize("pause", (True, False))
def test_if_the_asker_withdraws_meanwhile_no_word_is_lost(pause, mentor_request, as_, mentor):
    """Fault F9: the kind words come back to be copied, and the pause that was wished is offered by itself."""
    withdraw_request(now(mentor_request))
    page = decline(as_(mentor), mentor_request, text=WORDS, **({"then_pause": "on"} if pause else {}))

    assert page.status_code == 409
    assert "This request is already closed." in main_text(page)
    assert f">{WORDS}</textarea>" in page.content.decode()
    assert ("Pause my mentor profile" in main_text(page)) is pause
    assert now(mentor_request).status == RequestStatus.WITHDRAWN
