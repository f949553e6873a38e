"""Product 20, 22, 23: a mentor says yes, once, if there is room."""

import pytest

from factories import member
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from matching.tests.request_steps import step
from mentorships.models import Mentorship
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def status(mentor_request):
    return MentorRequest.objects.get(pk=mentor_request.pk).status


def test_yes_begins_the_mentorship_and_takes_a_place(mentor_request, as_, mentor, mentee):
    answer = as_(mentor).post(step(mentor_request, "accept"))

    pair = Mentorship.objects.get()
    assert answer.url == pair.get_absolute_url()
    assert (pair.mentor, pair.mentee, pair.focus) == (mentor, mentee, mentor_request.focus)
    assert status(mentor_request) == RequestStatus.ACCEPTED
    assert type(mentor.mentor_profile).objects.get().active == 1


def test_both_are_told_once_and_the_page_names_who_writes_first(mentor_request, as_, mentor, mentee):
    """Product 20."""
    page = as_(mentor).post(step(mentor_request, "accept"), follow=True)

    told = OutgoingMail.objects.filter(kind="matching/request_accepted")
    assert sorted(told.values_list("to", flat=True)) == sorted([mentor.pk, mentee.pk])
    assert "Amina Otieno is now your mentee and will write to you first" in main_text(page)
    assert "You write first" in main_text(as_(mentee).get(page.request["PATH_INFO"]))


@pytest.mark.parametrize(
    ("who", "expected"), [("mentee", 403), ("stranger", 404), ("coordinator", 404), (None, 403)]
)
def test_nobody_but_the_mentor_says_yes(who, expected, mentor_request, client, request):
    if who:
        client.force_login(request.getfixturevalue(who))

    assert client.post(step(mentor_request, "accept")).status_code == expected
    assert status(mentor_request) == RequestStatus.OPEN
    assert Mentorship.objects.count() == 0


def test_a_link_that_is_only_fetched_accepts_nothing(mentor_request, as_, mentor):
    assert as_(mentor).get(step(mentor_request, "accept")).status_code == 405
    assert status(mentor_request) == RequestStatus.OPEN


def test_a_second_click_changes_nothing_and_leads_on(mentor_request, as_, mentor):
    """Fault F17."""
    client = as_(mentor)
    client.post(step(mentor_request, "accept"))

    page = client.post(step(mentor_request, "accept"), follow=True)

    assert page.request["PATH_INFO"] == Mentorship.objects.get().get_absolute_url()
    assert "already closed" not in main_text(page)
    assert main_text(page).count("is now your mentee") == 1
    assert Mentorship.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="matching/request_accepted").count() == 2


@pytest.mark.parametrize("first", ["withdraw", "decline"])
def test_yes_to_a_request_that_is_over_begins_nothing(first, mentor_request, as_, mentor, mentee):
    as_(mentee if first == "withdraw" else mentor).post(step(mentor_request, first))

    page = as_(mentor).post(step(mentor_request, "accept"), follow=True)

    assert "already closed" in main_text(page)
    assert Mentorship.objects.count() == 0
    assert type(mentor.mentor_profile).objects.get().active == 0


def test_a_full_mentor_is_told_so_and_the_request_stays_open(mentor_request, as_, mentor):
    """Product 23."""
    for _ in range(2):
        people.take_place(mentor)

    page = as_(mentor).post(step(mentor_request, "accept"), follow=True)

    assert "There’s no room left" in main_text(page)
    assert status(mentor_request) == RequestStatus.OPEN
    assert Mentorship.objects.count() == 0


def test_a_mentor_who_paused_may_still_say_yes_to_who_asked_before(mentor_request, as_, mentor):
    people.pause(mentor.mentor_profile)

    as_(mentor).post(step(mentor_request, "accept"))

    assert status(mentor_request) == RequestStatus.ACCEPTED


def test_how_soon_a_mentor_answers_is_learnt(mentor_request, as_, mentor):
    """Product 9."""
    type(mentor.mentor_profile).objects.update(answers=4)
    as_(mentor).post(step(mentor_request, "accept"))

    assert type(mentor.mentor_profile).objects.get().answer_days < 1
    assert "Usually answers within a day" in main_text(as_(member()).get(f"/mentors/{mentor.code}/"))


def test_yes_after_another_decision_is_still_refused_in_words(mentor_request, as_, mentor):
    client = as_(mentor)
    client.post(step(mentor_request, "decline"))

    page = main_text(client.post(step(mentor_request, "accept"), follow=True))
    assert "already closed" in page
    assert Mentorship.objects.count() == 0
