"""Product 21: a request that led nowhere offers to tell when the mentor has room."""

import pytest

from conduct.models import Block
from factories import request
from matching import services
from matching.models import MentorRequest, Watch
from profiles import services as people
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db
BUTTON = "Email me when there’s room"


@pytest.mark.parametrize("end", ("declined", "expired"))
def test_a_request_that_led_nowhere_offers_it_even_if_the_mentor_paused(end, as_, mentee, mentor):
    """Product 21."""
    mentor_request = request(mentee, mentor)
    services.decline_request(mentor_request, then_pause=True)
    MentorRequest.objects.update(status=end)
    page = mentor_request.get_absolute_url()
    assert BUTTON in main_text(as_(mentee).get(page))
    assert BUTTON not in main_text(as_(mentor).get(page))

    as_(mentee).post(f"{page}watch/", {"back": page})
    assert Watch.objects.get().member == mentee
    assert "We’ll email you when Rosalind has room" in main_text(as_(mentee).get(page))

    as_(mentee).post(f"{page}watch/", {"undo": "1"})
    assert not Watch.objects.exists()


@pytest.mark.parametrize("why", ("has room", "apart", "open", "left"))
def test_otherwise_the_request_does_not_offer_it(why, as_, mentee, mentor):
    mentor_request = request(mentee, mentor)
    if why != "open":
        services.decline_request(mentor_request)
    if why != "has room":
        people.pause(mentor.mentor_profile)
    if why == "apart":
        Block.objects.create(by=mentee, whom=mentor)
    if why == "left":
        Member.objects.filter(pk=mentor.pk).update(left_at=mentor_request.sent_at)
    client, page = as_(mentee), mentor_request.get_absolute_url()

    assert BUTTON not in main_text(client.get(page))
    assert client.post(f"{page}watch/").status_code == (302 if why == "has room" else 403)
    assert not Watch.objects.exists()


def test_only_who_asked_may_wait_by_way_of_a_request(as_, mentee, mentor, stranger):
    mentor_request = request(mentee, mentor)
    services.decline_request(mentor_request, then_pause=True)
    url = f"{mentor_request.get_absolute_url()}watch/"

    assert as_(mentor).post(url).status_code == 403
    assert as_(stranger).post(url).status_code == 404
