"""Product 22: the one who asked takes it back, and the mentor is told."""

import pytest

from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def withdraw(client, mentor_request):
    return client.post(f"/requests/{mentor_request.code}/withdraw/", follow=True)


def test_the_mentor_is_told_once(mentor_request, as_, mentee, mentor):
    client = as_(mentee)
    withdraw(client, mentor_request)
    page = withdraw(client, mentor_request)

    assert MentorRequest.objects.get().status == RequestStatus.WITHDRAWN
    assert list(
        OutgoingMail.objects.filter(kind="matching/request_withdrawn").values_list("to", flat=True)
    ) == [mentor.pk]
    assert "already closed" in main_text(page)


@pytest.mark.parametrize(
    ("who", "expected"), [("mentor", 403), ("stranger", 404), ("coordinator", 404), (None, 403)]
)
def test_nobody_but_the_one_who_asked_takes_it_back(who, expected, mentor_request, client, request):
    if who:
        client.force_login(request.getfixturevalue(who))

    assert withdraw(client, mentor_request).status_code == expected
    assert MentorRequest.objects.get().status == RequestStatus.OPEN


def test_nothing_is_taken_back_after_a_yes(mentor_request, as_, mentee, mentor):
    as_(mentor).post(f"/requests/{mentor_request.code}/accept/")

    page = withdraw(as_(mentee), mentor_request)

    assert "already closed" in main_text(page)
    assert MentorRequest.objects.get().status == RequestStatus.ACCEPTED
    assert not OutgoingMail.objects.filter(kind="matching/request_withdrawn").exists()


def test_a_draft_is_no_request_yet(as_, mentee, mentor):
    client = as_(mentee)
    client.post(f"/mentors/{mentor.code}/ask/draft/", {"message": "Half a"})
    draft = MentorRequest.objects.get()

    for name in ("withdraw", "accept", "decline", "talk"):
        answer = client.post(f"/requests/{draft.code}/{name}/", {"talk-text": "Well"})
        assert answer.status_code in (302, 409)

    draft.refresh_from_db()
    assert draft.status == RequestStatus.DRAFT
    assert OutgoingMail.objects.count() == 0
