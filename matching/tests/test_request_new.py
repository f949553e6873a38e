"""Product 17, 19, 20: asking a mentor, from the first line to the one mail."""

from dataclasses import replace

import pytest

from factories import mentor
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from matching.tests.ask_form import WORDS, ask, drafts, send
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_what_was_written_reaches_the_mentor_and_both_get_a_mail(as_, mentee, mentor):
    """Product 17."""
    answer = send(as_(mentee), mentor)

    mentor_request = MentorRequest.objects.get()
    assert answer.url == mentor_request.get_absolute_url()
    assert (mentor_request.status, mentor_request.message, mentor_request.hopes) == (
        RequestStatus.OPEN,
        WORDS["message"],
        WORDS["hopes"],
    )
    assert (mentor_request.focus, mentor_request.style, mentor_request.line_manager) == (
        "specific-skill",
        "ongoing",
        False,
    )
    assert WORDS["message"] in main_text(as_(mentor).get(mentor_request.get_absolute_url()))
    told = OutgoingMail.objects.values_list("to", "kind").order_by("kind")
    assert list(told) == [(mentor.pk, "matching/request_received"), (mentee.pk, "matching/request_sent")]


def test_the_dates_of_reminders_and_expiry_stand_in_the_row(as_, mentee, mentor, settings):
    """Product 21."""
    settings.PROGRAMME_NUMBERS = replace(
        settings.PROGRAMME_NUMBERS, request_reminder_days=(2, 5), request_expiry_days=9
    )
    client = as_(mentee)
    assert "have not answered after 9 days" in main_text(client.get(ask(mentor)))

    send(client, mentor)

    mentor_request = MentorRequest.objects.get()
    dates = (mentor_request.remind_first_at, mentor_request.remind_again_at, mentor_request.expires_at)
    assert [(date - mentor_request.sent_at).days for date in dates] == [2, 5, 9]


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False), ("", None)])
def test_the_line_manager_question_may_stay_open(said, kept, as_, mentee, mentor):
    """Product 19."""
    send(as_(mentee), mentor, line_manager=said)

    assert MentorRequest.objects.get().line_manager is kept


def test_the_same_employer_raises_a_notice_and_blocks_nothing(as_, mentee):
    """Product 19."""
    colleague = mentor(employer="Lakeside College ").member
    mentee.employer = "lakeside college"
    mentee.save()
    client = as_(mentee)

    assert "You both work for the same employer" in main_text(client.get(ask(colleague)))
    assert send(client, colleague).status_code == 302


def test_a_draft_may_lack_anything_and_is_its_writers_alone(as_, mentee, mentor):
    client = as_(mentee)
    client.post(ask(mentor), {"message": "Half a", "save": "1"})

    [draft] = drafts(mentee)
    assert draft.message == "Half a"
    assert "Half a" in client.get(ask(mentor)).content.decode()
    assert "Drafts" in main_text(client.get("/requests/"))
    assert "Drafts" not in main_text(as_(mentor).get("/requests/"))
    assert as_(mentor).get(draft.get_absolute_url()).status_code == 404
    assert OutgoingMail.objects.count() == 0


def test_sending_uses_up_the_draft(as_, mentee, mentor):
    client = as_(mentee)
    client.post(ask(mentor), {"message": "Half a", "save": "1"})
    send(client, mentor)

    assert drafts(mentee) == []
    assert MentorRequest.objects.get().message == WORDS["message"]
