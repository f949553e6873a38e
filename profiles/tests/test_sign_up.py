"""Product 1, 4, 61: joining in two minutes; the answers never tell who is a member already."""

import pytest
from django.core.cache import cache

from factories import HOSTILE, member
from profiles.models import Member
from profiles.tests.sign_up_form import join
from testing.account_mails import kinds, newest
from testing.sign_up import FORM

pytestmark = pytest.mark.django_db


def test_a_name_an_address_a_password_and_being_an_adult_are_enough(client):
    """Product 4."""
    answer = join(client)

    noor = Member.objects.get()
    assert (noor.name, noor.email) == ("Noor van Dijk", "noor@test.example")
    assert noor.adult_at
    assert answer.url == "/accounts/confirm-email/"


@pytest.mark.parametrize("missing", ["name", "email", "password1", "adult", "terms"])
def test_without_one_of_them_nobody_joins_and_the_field_says_so(missing, client):
    page = join(client, **{missing: None})

    assert page.status_code == 200
    assert f'href="#id_{missing}"' in page.content.decode()
    assert Member.objects.count() == 0


def test_an_address_that_is_taken_gets_the_same_answer_and_a_mail_of_its_own(client):
    """Product 61."""
    member(email=FORM["email"])

    answer = join(client)

    assert answer.url == "/accounts/confirm-email/"
    assert Member.objects.count() == 1
    assert kinds(FORM["email"]) == ["account/account_already_exists"]


def test_the_address_is_the_same_in_capitals(client):
    join(client)
    client.post("/accounts/logout/")
    join(client, email="NOOR@Test.Example")

    assert Member.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["\u200b", "\u3164\u2800", "\u0301", "\U000e0041", "\u00a0\u2060"], ids=ascii
)
def test_a_name_that_nobody_can_see_is_missing(name, client):
    """Fault F6."""
    assert 'href="#id_name"' in join(client, name=name).content.decode()
    assert Member.objects.count() == 0


@pytest.mark.parametrize("password", ["short", "password123", "12345678"])
def test_a_weak_password_is_refused_in_words(password, client):
    assert 'href="#id_password1"' in join(client, password1=password).content.decode()


@pytest.mark.parametrize("own", ["Noor van Dijk", "NoorVanDijk1", "noor@test.example"])
def test_a_password_is_not_ones_own_name_or_address(own, client):
    """P15."""
    assert 'href="#id_password1"' in join(client, password1=own).content.decode()
    assert Member.objects.count() == 0


def test_a_weak_password_is_refused_once(client):
    """The form asks about it twice: with the address, and with the name."""
    assert len(join(client, password1="password123").context["form"].errors["password1"]) == 1


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_or_kept_as_text(text, client):
    """Issue 2, bad input."""
    for field in FORM:
        cache.clear()
        answer = join(client, **{field: text})
        assert answer.status_code in (200, 302)
        assert "<script>alert" not in answer.content.decode()
        client.cookies.clear()

    for one in Member.objects.all():
        assert not set(one.name) & set("\n\x00\u202e")
        assert "<script>" not in newest(one.email).html


def test_who_joins_in_french_is_written_to_in_french(client):
    """Product 46, 65."""
    client.post("/accounts/signup/", FORM, headers={"Accept-Language": "fr"})

    assert Member.objects.get().language == "fr"
    assert 'lang="fr"' in newest(FORM["email"]).html
