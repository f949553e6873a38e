"""Product 25: who offers or was suggested for my wish, and the coordinators, if I like."""

import pytest

from conduct.models import Block
from factories import member, mentor
from mail.models import OutgoingMail
from matching import offers, wishes
from matching.models import Suggestion
from matching.tests.my_wish import MINE, unheard
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ASK = "Ask the coordinators to look for me"


def decline(client, of, **data):
    return client.post(f"{MINE}{of.code}/decline/", data)


def test_an_offer_leads_to_the_ordinary_ask_form(as_, mentee, mentor, wish):
    offers.offer(wish, mentor)
    page = as_(mentee).get(MINE)

    assert "Has offered to be your mentor" in main_text(page)
    assert f'href="/mentors/{mentor.code}/ask/"' in page.content.decode()


def test_no_thank_you_tells_nobody_and_can_be_undone(as_, mentee, mentor, wish):
    offers.offer(wish, mentor)
    before, told = main_text(as_(mentor).get("/wishes/")), OutgoingMail.objects.count()

    decline(as_(mentee), mentor)
    assert "Has offered to be your mentor" not in main_text(as_(mentee).get(MINE))
    assert main_text(as_(mentor).get("/wishes/")) == before
    assert OutgoingMail.objects.count() == told

    decline(as_(mentee), mentor, undo="1")
    assert "Has offered to be your mentor" in main_text(as_(mentee).get(MINE))


def test_a_suggestion_stands_beside_and_an_own_offer_says_more(as_, mentee, mentor, wish):
    offers.suggest(wish, mentor)
    assert "Suggested by the coordinators" in main_text(as_(mentee).get(MINE))

    offers.offer(wish, mentor)
    page = main_text(as_(mentee).get(MINE))
    assert "Has offered to be your mentor" in page
    assert "Suggested by the coordinators" not in page


@pytest.mark.parametrize("step", ("blocks", "is blocked", "pauses", "takes back"))
def test_whom_one_cannot_ask_is_not_shown(step, as_, mentee, mentor, wish):
    offers.offer(wish, mentor)
    offers.suggest(wish, mentor)
    if step == "pauses":
        people.pause(mentor.mentor_profile)
    elif step == "takes back":
        offers.withdraw_offer(mentor, wish.code)
        Suggestion.objects.all().delete()
    else:
        one, other = (mentor, mentee) if step == "blocks" else (mentee, mentor)
        Block.objects.create(by=one, whom=other)

    assert "Rosalind" not in main_text(as_(mentee).get(MINE))


def test_a_wish_that_went_unheard_offers_the_way_to_the_coordinators(as_, mentee, wish):
    client = as_(mentee)
    assert ASK not in main_text(client.get(MINE))

    unheard(wish)
    page = main_text(client.get(MINE))
    assert "They would see your name, this post and what you tell them matters to you" in page
    assert ASK in page


def test_fifty_offers_cost_as_much_as_one(as_, mentee, wish, statements):
    counts = []
    for number in (1, 49):
        for _one in range(number):
            offers.offer(wish, mentor(capacity=1).member)
            offers.suggest(wish, mentor(name=member().name).member)
        counts.append(statements(as_(mentee), MINE))

    assert counts[0] == counts[1] <= 9


def test_the_home_page_says_that_somebody_offers(as_, mentee, mentor):
    wish = wishes.write_wish(mentee, what="Somebody who has moved into a museum.", focus="")
    assert "See who offers" not in as_(mentee).get("/").content.decode()
    offers.offer(wish, mentor)
    assert "See the offers and suggestions for your post" in as_(mentee).get("/").content.decode()

    offers.decline_offer(mentee, mentor.code)
    assert "See who offers" not in as_(mentee).get("/").content.decode()
