"""Product 10, 17: what is typed is kept, two seconds after the last key, without a button."""

import pytest

from matching.models import MentorRequest, RequestStatus
from profiles import services as people

pytestmark = pytest.mark.django_db


def draft(mentor):
    return f"/mentors/{mentor.code}/ask/draft/"


def test_what_is_typed_is_kept_in_one_row(as_, mentee, mentor):
    client = as_(mentee)

    for text in ("H", "Hel", "Hello"):
        assert client.post(draft(mentor), {"message": text}).status_code == 204

    mentor_request = MentorRequest.objects.get()
    assert (mentor_request.status, mentor_request.message) == (RequestStatus.DRAFT, "Hello")


def test_taking_words_back_keeps_the_emptiness_too(as_, mentee, mentor):
    client = as_(mentee)
    client.post(draft(mentor), {"message": "Hello", "line_manager": "yes"})
    client.post(draft(mentor), {"message": "", "line_manager": ""})

    mentor_request = MentorRequest.objects.get()
    assert (mentor_request.message, mentor_request.line_manager) == ("", None)


def test_a_text_too_long_to_keep_is_said_and_the_last_good_one_stays(as_, mentee, mentor):
    client = as_(mentee)
    client.post(draft(mentor), {"message": "Hello"})

    answer = client.post(draft(mentor), {"message": "x" * 100_000, "hopes": "Short."})

    mentor_request = MentorRequest.objects.get()
    assert answer.status_code == 422
    assert (mentor_request.message, mentor_request.hopes) == ("Hello", "Short.")


def test_a_draft_goes_on_being_kept_when_the_mentor_pauses(as_, mentee, mentor):
    client = as_(mentee)
    people.pause(mentor.mentor_profile)

    assert client.post(draft(mentor), {"message": "Still here"}).status_code == 204
    assert MentorRequest.objects.get().message == "Still here"


def test_one_keeps_no_draft_to_oneself(as_, mentor):
    assert as_(mentor).post(draft(mentor), {"message": "Me"}).status_code == 204
    assert MentorRequest.objects.count() == 0


def test_signed_out_nothing_is_kept(client, mentor):
    assert client.post(draft(mentor), {"message": "Hello"}).status_code == 403
    assert MentorRequest.objects.count() == 0
