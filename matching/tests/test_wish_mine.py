"""Product 25: my wish, written, changed, taken back; who offers or was suggested; the coordinators, if I like."""

import pytest

from conduct.models import Block
from factories import HOSTILE, member, mentor
from mail.models import OutgoingMail
from matching import offers, wishes
from matching.models import MentorOffer, Suggestion, Wish, WishStatus
from profiles import services as people
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db
MINE = "/wishes/mine/"
ASK = "Ask the coordinators to look for me"


@pytest.fixture
def wish(mentee):
    return wishes.write_wish(mentee, what="binds seed packets.", focus="leadership")


def unheard(wish):
    Wish.objects.filter(pk=wish.pk).update(unheard_at=wish.made_at)


def decline(client, of, **said):
    return client.post(f"{MINE}{of.code}/decline/", said)


def test_written_and_changed_it_is_one(as_, mentee):
    client = as_(mentee)
    client.post(MINE, {"what": "knows maps.", "focus": ""})
    client.post(MINE, {"what": "knows sea maps.", "focus": "leadership"})

    wish = Wish.objects.get()
    assert (wish.member, wish.what, wish.focus) == (mentee, "knows sea maps.", "leadership")
    assert "knows sea maps." in main_text(client.get(MINE))


def test_the_field_says_who_reads_it(as_, mentee):
    page = main_text(as_(mentee).get(MINE))

    assert "Mentors on the list who have room can read this, with your name" in page
    assert "not encrypted" in page


@pytest.mark.parametrize("what", ("", " \n", "x" * 501))
def test_too_little_or_too_much_is_said_at_the_field_and_nothing_is_lost(what, as_, mentee):
    page = as_(mentee).post(MINE, {"what": what, "focus": ""})

    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {"what"}
    assert not Wish.objects.exists()


def test_a_focus_nobody_offers_is_refused(as_, mentee):
    page = as_(mentee).post(MINE, {"what": "knows maps.", "focus": "flying"})

    assert page.context["form"].errors.keys() == {"focus"}


def test_who_is_leaving_writes_none(as_, mentee):
    Member.objects.filter(pk=mentee.pk).update(leaving_at="2030-01-01T00:00Z")
    page = as_(mentee).post(MINE, {"what": "knows maps.", "focus": ""})

    assert "Your account is set to close" in main_text(page)
    assert "knows maps." in page.content.decode()
    assert not Wish.objects.exists()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(text, as_, mentee, mentor):
    as_(mentee).post(MINE, {"what": text, "focus": ""})

    for one, url in ((mentee, MINE), (mentor, "/wishes/")):
        page = as_(one).get(url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_taken_back_it_is_gone_with_its_offers(as_, mentee, mentor, wish):
    offers.offer(wish, mentor)
    offers.suggest(wish, mentor)
    for _twice in range(2):
        as_(mentee).post(f"{MINE}take-back/")

    assert [model.objects.count() for model in (Wish, MentorOffer, Suggestion)] == [0, 0, 0]


@pytest.mark.parametrize("who", ("mentor", "stranger", "coordinator"))
def test_nobody_else_reads_or_ends_it_here(who, as_, wish, mentee, mentor, request):
    offers.offer(wish, mentor)
    client = as_(request.getfixturevalue(who))
    unheard(wish)
    for step in ("take-back/", "coordinators/", f"{mentor.code}/decline/"):
        client.post(f"{MINE}{step}")

    assert "seed packets" not in main_text(client.get(MINE))
    assert Wish.objects.get().status == WishStatus.OPEN
    assert MentorOffer.objects.get().declined_at is None


def test_signed_out_nothing_happens(client, wish):
    assert client.get(MINE).status_code == 302
    for step in ("", "take-back/", "coordinators/"):
        assert client.post(f"{MINE}{step}", {"what": "other"}).status_code == 403
    assert Wish.objects.get().what == wish.what


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


def test_ways_lead_here(as_, mentee):
    client = as_(mentee)

    assert f'href="{MINE}"' in client.get("/mentors/?q=nothing-like-this").content.decode()
    assert f'href="{MINE}"' in client.get("/requests/").content.decode()
    assert 'href="/wishes/"' in client.get("/requests/").content.decode()


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
