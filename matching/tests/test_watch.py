"""Product 14: "tell me when this mentor has room", from a profile."""

import pytest

from conduct.models import Block
from factories import request
from mail.models import OutgoingMail, Undeliverable, Unsubscribe
from matching import services, watching
from matching.models import Watch
from matching.tests.watch_button import profile, watch
from profiles import services as people
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
BUTTON = "Email me when there’s room"


def test_the_button_is_there_while_there_is_no_room(as_, mentee, mentor):
    assert BUTTON not in main_text(as_(mentee).get(profile(mentor)))

    MentorProfile.objects.update(taking_requests=False)
    assert BUTTON in main_text(as_(mentee).get(profile(mentor)))
    assert BUTTON not in main_text(as_(mentor).get(profile(mentor)))


def test_pressed_and_undone(as_, mentee, full):
    client = as_(mentee)

    for _twice in range(2):
        answer = watch(client, full, back=profile(full))
    page = main_text(client.get(answer.url))
    assert Watch.objects.get().mentor == full
    assert answer.url == profile(full)
    assert "We’ll email you when Rosalind has room" in page
    assert BUTTON not in page

    for _twice in range(2):
        watch(client, full, undo="1")
    assert not Watch.objects.exists()
    assert OutgoingMail.objects.count() == 0


def test_nobody_else_can_tell_that_i_wait(as_, mentee, full, stranger, coordinator):
    before = {one: main_text(as_(one).get(profile(full))) for one in (stranger, full, coordinator)}
    watching.watch_mentor(mentee, full)

    assert {one: main_text(as_(one).get(profile(full))) for one in before} == before


def test_who_has_room_is_asked_not_waited_for(as_, mentee, mentor):
    page = as_(mentee).post(f"{profile(mentor)}watch/", {"back": "/shortlist/"}, follow=True)

    assert "has room now, so you can ask" in main_text(page)
    assert not Watch.objects.exists()


def test_who_stopped_these_mails_is_told_that_none_would_come(as_, mentee, full):
    Unsubscribe.objects.create(member=mentee, topic="matching")
    page = as_(mentee).post(f"{profile(full)}watch/", {"back": "/shortlist/"}, follow=True)

    assert "You’ve turned off emails about requests" in main_text(page)
    assert not Watch.objects.exists()


def test_to_whom_no_mail_gets_through_is_told_that_none_would_come(as_, mentee, full):
    """F3."""
    Undeliverable.objects.create(address=mentee.email)
    page = as_(mentee).post(f"{profile(full)}watch/", {"back": "/shortlist/"}, follow=True)

    assert "Our emails to you are not getting through" in main_text(page)
    assert not Watch.objects.exists()


@pytest.mark.parametrize("step", ("pause", "block", "oneself"))
def test_whom_one_cannot_find_one_cannot_wait_for(step, as_, mentee, full):
    if step == "pause":
        people.pause(full.mentor_profile)
    if step == "block":
        Block.objects.create(by=full, whom=mentee)

    assert watch(as_(full if step == "oneself" else mentee), full).status_code == 404
    assert not Watch.objects.exists()


def test_signed_out_nothing_is_kept(client, full):
    assert watch(client, full).status_code == 403
    assert not Watch.objects.exists()


def test_an_open_request_or_a_mentorship_leaves_nothing_to_wait_for(as_, mentee, mentor):
    mentor_request = request(mentee, mentor)
    MentorProfile.objects.update(capacity=1)
    people.take_place(mentor)
    assert BUTTON not in main_text(as_(mentee).get(profile(mentor)))

    people.give_back_place(mentor)
    services.accept_request(mentor_request)
    assert BUTTON not in main_text(as_(mentee).get(profile(mentor)))


def test_asking_ends_the_waiting(mentee, mentor):
    watching.watch_mentor(mentee, mentor)
    request(mentee, mentor)

    assert not Watch.objects.exists()
