"""Product 14, 21: "tell me when this mentor has room", from a profile, a request that led nowhere, and my list."""

import pytest

from conduct.models import Block
from factories import member, mentor, request
from mail.models import OutgoingMail, Unsubscribe
from matching import services, watching
from matching.models import MentorRequest, Watch
from profiles import services as people
from profiles.models import Member, MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
BUTTON = "Email me when there’s room"


@pytest.fixture
def full(mentor):
    """Rosalind, with every place taken."""
    for _place in range(2):
        people.take_place(mentor)
    return Member.objects.get(pk=mentor.pk)


def profile(of):
    return f"/mentors/{of.code}/"


def watch(client, of, **said):
    return client.post(f"{profile(of)}watch/", said)


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
    row = request(mentee, mentor)
    MentorProfile.objects.update(capacity=1)
    people.take_place(mentor)
    assert BUTTON not in main_text(as_(mentee).get(profile(mentor)))

    people.give_back_place(mentor)
    services.accept_request(row)
    assert BUTTON not in main_text(as_(mentee).get(profile(mentor)))


def test_asking_ends_the_waiting(mentee, mentor):
    watching.watch_mentor(mentee, mentor)
    request(mentee, mentor)

    assert not Watch.objects.exists()


@pytest.mark.parametrize("end", ("declined", "expired"))
def test_a_request_that_led_nowhere_offers_it_even_if_the_mentor_paused(end, as_, mentee, mentor):
    """Product 21."""
    row = request(mentee, mentor)
    services.decline_request(row, then_pause=True)
    MentorRequest.objects.update(status=end)
    page = row.get_absolute_url()
    assert BUTTON in main_text(as_(mentee).get(page))
    assert BUTTON not in main_text(as_(mentor).get(page))

    as_(mentee).post(f"{page}watch/", {"back": page})
    assert Watch.objects.get().member == mentee
    assert "We’ll email you when Rosalind has room" in main_text(as_(mentee).get(page))

    as_(mentee).post(f"{page}watch/", {"undo": "1"})
    assert not Watch.objects.exists()


@pytest.mark.parametrize("why", ("has room", "apart", "open", "left"))
def test_otherwise_the_request_does_not_offer_it(why, as_, mentee, mentor):
    row = request(mentee, mentor)
    if why != "open":
        services.decline_request(row)
    if why != "has room":
        people.pause(mentor.mentor_profile)
    if why == "apart":
        Block.objects.create(by=mentee, whom=mentor)
    if why == "left":
        Member.objects.filter(pk=mentor.pk).update(left_at=row.sent_at)
    client, page = as_(mentee), row.get_absolute_url()

    assert BUTTON not in main_text(client.get(page))
    assert client.post(f"{page}watch/").status_code == (302 if why == "has room" else 403)
    assert not Watch.objects.exists()


def test_only_who_asked_may_wait_by_way_of_a_request(as_, mentee, mentor, stranger):
    row = request(mentee, mentor)
    services.decline_request(row, then_pause=True)
    url = f"{row.get_absolute_url()}watch/"

    assert as_(mentor).post(url).status_code == 403
    assert as_(stranger).post(url).status_code == 404


def test_whom_i_wait_for_stands_on_my_shortlist_page(as_, mentee, full, stranger):
    watching.watch_mentor(mentee, full)
    people.pause(full.mentor_profile)

    assert "Mentors you’re waiting for" in main_text(as_(mentee).get("/shortlist/"))
    assert "Rosalind Achterberg" in main_text(as_(mentee).get("/shortlist/"))
    assert "Mentors you’re waiting for" not in main_text(as_(stranger).get("/shortlist/"))

    watch(as_(mentee), full, undo="1")
    assert "Mentors you’re waiting for" not in main_text(as_(mentee).get("/shortlist/"))


def test_a_block_takes_them_out_of_sight_there(as_, mentee, full):
    watching.watch_mentor(mentee, full)
    Block.objects.create(by=mentee, whom=full)

    assert "Rosalind" not in main_text(as_(mentee).get("/shortlist/"))


def test_fifty_cost_as_much_as_one(as_, statements):
    waiting = member()
    counts = []
    for number in (1, 49):
        for _one in range(number):
            watching.watch_mentor(waiting, mentor().member)
        counts.append(statements(as_(waiting), "/shortlist/"))

    assert counts[0] == counts[1] <= 12


def test_of_an_account_that_has_closed_nothing_is_kept(mentee, mentor):
    Member.objects.filter(pk=mentee.pk).update(left_at="2026-01-01T00:00Z")
    watching.watch_mentor(mentee, mentor)

    assert not Watch.objects.exists()
