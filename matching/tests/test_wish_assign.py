"""Product 24: “find me someone”: asked for, said what matters, changed, taken back; the coordinators are told."""

import pytest

from matching import wishes
from matching.models import Criteria, Wish, WishStatus
from matching.tests.assign_page import MINE, PAGE, SAID
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_asked_in_one_step_without_a_post_before(as_, seeker):
    answer = as_(seeker).post(PAGE, SAID, follow=True)

    assert "The coordinators can now see your post" in main_text(answer)
    wish, given = Wish.objects.get(), Criteria.objects.get()
    assert (wish.what, wish.focus, wish.status) == ("knows sea maps.", "leadership", WishStatus.ASSIGN)
    assert wish.asked_at
    assert (given.work, given.language, given.other_employer) == ("same", "fr", True)
    assert (given.windows, given.formats) == (["weekends"], ["video", "phone"])


def test_the_page_says_what_coordinators_see_and_what_not(as_, seeker):
    page = main_text(as_(seeker).get(PAGE))

    assert "Your name, your post and what you choose on this page" in page
    assert "They do not see who you’ve asked, blocked or had as a mentor" in page
    assert "Mentors who have room can read your post too" in page


def test_what_was_chosen_is_shown_again_and_can_be_changed(as_, seeker):
    client = as_(seeker)
    client.post(PAGE, SAID)
    assert client.get(PAGE).context["form"].initial["formats"] == ["video", "phone"]

    answer = client.post(PAGE, {"what": "knows the wind.", "focus": ""}, follow=True)
    assert "The coordinators see what you’ve changed" in main_text(answer)
    assert Wish.objects.get().what == "knows the wind."
    assert (Criteria.objects.get().work, Criteria.objects.get().formats) == ("", [])


def test_taken_back_what_mattered_is_gone_and_the_post_stays(as_, seeker):
    client = as_(seeker)
    client.post(PAGE, SAID)
    for _twice in range(2):
        client.post(PAGE, {"undo": "1"})

    assert (Wish.objects.get().status, Wish.objects.get().asked_at) == (WishStatus.OPEN, None)
    assert not Criteria.objects.exists()
    assert "the coordinators have been looking" not in main_text(client.get(MINE))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "x" * 501}, "what"),
        ({"focus": "flying"}, "focus"),
        ({"work": "elsewhere"}, "work"),
        ({"language": "tlh"}, "language"),
        ({"windows": ["never"]}, "windows"),
        ({"formats": ["telepathy"]}, "formats"),
    ],
)
def test_what_cannot_be_meant_is_said_at_its_field_and_nothing_is_lost(said, field, as_, seeker):
    page = as_(seeker).post(PAGE, SAID | said)

    assert page.context["form"].errors.keys() == {field}
    assert not Wish.objects.exists()
    if field != "what":
        assert "knows sea maps." in page.content.decode()


@pytest.mark.parametrize("field", ("work", "other_employer"))
def test_what_the_profile_does_not_say_cannot_be_compared(field, as_, mentee):
    page = as_(mentee).post(PAGE, {"what": "knows maps.", "focus": "", field: SAID[field]})

    assert page.context["form"].errors.keys() == {field}


def test_who_is_leaving_asks_for_nobody(as_, seeker):
    Member.objects.filter(pk=seeker.pk).update(leaving_at="2030-01-01T00:00Z")
    page = as_(seeker).post(PAGE, SAID)

    assert "Your account is set to close" in main_text(page)
    assert "knows sea maps." in page.content.decode()
    assert not Wish.objects.exists()


def test_with_the_post_goes_what_mattered(as_, seeker):
    as_(seeker).post(PAGE, SAID)
    wishes.take_back_wish(seeker)

    assert not Criteria.objects.exists()


def test_signed_out_words_are_handed_back(client):
    answer = client.post(PAGE, SAID)

    assert answer.status_code == 403
    assert "knows sea maps." in answer.content.decode()


def test_ways_lead_here(as_, mentee):
    client = as_(mentee)
    for page in (MINE, "/requests/"):
        assert f'href="{PAGE}"' in client.get(page).content.decode()
