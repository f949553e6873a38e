"""Product 25: my wish, written, changed, withdrawn, and read by nobody else here."""

import pytest

from factories import HOSTILE
from matching import offers
from matching.models import MentorOffer, Suggestion, Wish, WishStatus
from matching.tests.my_wish import MINE, unheard
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


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


def test_ways_lead_here(as_, mentee):
    client = as_(mentee)

    assert f'href="{MINE}"' in client.get("/mentors/?q=nothing-like-this").content.decode()
    assert f'href="{MINE}"' in client.get("/requests/").content.decode()
    assert 'href="/wishes/"' in client.get("/requests/").content.decode()
