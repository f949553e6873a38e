"""Product 4: people are called as they ask to be called; without a wish, by the name they gave, uncut."""

import pytest

import factories
from factories import mentor
from profiles.models import Member
from testing.account_mails import newest
from testing.pages import main_text
from testing.sign_up import sign_up

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
NAMES = [
    ("Dr. Amina Otieno", "", "Dr. Amina Otieno"),
    ("Nguyễn Thị Lan", "Lan", "Lan"),
    ("王小明", "", "王小明"),
]
each_name = pytest.mark.parametrize(("name", "preferred", "called"), NAMES)


def join(client, **more):
    sign_up(client, **{"name": "Noor van Dijk"} | more)
    return Member.objects.get()


@pytest.mark.parametrize(
    ("typed", "kept"), [("Noor", "Noor"), (" \u200bNoor ", "Noor"), ("", ""), ("\u3164", "")]
)
def test_one_is_asked_when_joining_and_need_not_answer(typed, kept, client):
    assert "What should we call you?" in main_text(client.get("/accounts/signup/"))

    one = join(client, preferred_name=typed)

    assert (one.name, one.preferred_name) == ("Noor van Dijk", kept)


@pytest.mark.parametrize("text", ["Buy at www.shop.example", "Click here! Now", "noor@test.example"])
def test_it_is_no_message_to_strangers(text, client):
    """A9."""
    sign_up(client, preferred_name=text)

    assert Member.objects.count() == 0


def test_it_is_changed_in_the_profile(as_, mentee):
    form = {"name": mentee.name, "language": "en-gb", "preferred_name": "Dr. Otieno"}
    as_(mentee).post("/profile/", form)

    assert Member.objects.get(pk=mentee.pk).first_name == "Dr. Otieno"


@each_name
def test_pages_and_mails_call_them_so(name, preferred, called, as_, mentee):
    """Fault F17."""
    one = mentor(name=name, preferred_name=preferred).member
    client = as_(mentee)
    assert f"Ask {called} " in main_text(client.get(f"/mentors/{one.code}/"))

    factories.request(mentee, one)
    assert f"Hello {called}," in newest(one.email).text
