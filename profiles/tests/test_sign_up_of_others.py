"""Whoever joins with somebody else's address gets nothing by it, whatever its owner does later (P14, P16; A5)."""

import pytest
from django.core.cache import cache
from django.test import Client

from profiles.models import Member
from profiles.tests.owners_address import ADDRESS, OF_OWNER, confirmed
from testing.account_mails import code, confirm, kinds
from testing.pages import main_text

pytestmark = pytest.mark.django_db
OF_STRANGER = {
    "name": "Call 555 now",
    "email": ADDRESS,
    "password1": "of-the-stranger-7",
    "adult": "on",
    "terms": "on",
}


@pytest.fixture
def stranger():
    """Their browser, after they joined with the owner's address."""
    browser = Client()
    browser.post("/accounts/signup/", OF_STRANGER)
    cache.clear()
    return browser


def is_in(browser):
    return browser.get("/profile/").status_code == 200


def sign_in(browser, form):
    cache.clear()
    browser.post("/accounts/login/", {"login": form["email"], "password": form["password1"]})
    return is_in(browser)


@pytest.mark.parametrize("door", ("/accounts/login/code/", "/accounts/password/reset/"))
def test_a_code_or_a_reset_for_an_address_that_was_never_confirmed_is_one_for_nobody(door, stranger, client):
    """The attack: the code confirmed the address, and the stranger's password opened the account."""
    client.post(door, {"email": ADDRESS})

    assert kinds(ADDRESS)[-1] == "account/unknown_account"
    assert not confirmed()
    assert not sign_in(Client(), OF_STRANGER)


def test_the_code_of_the_mail_is_worth_nothing_in_another_browser(stranger, client):
    """Typed by the owner, who is curious: there is no page for it in theirs."""
    answer = confirm(client, ADDRESS)

    assert answer.url == "/accounts/login/"
    assert not confirmed()
    assert not sign_in(stranger, OF_STRANGER)


def test_the_owner_joins_and_nothing_of_the_stranger_is_left(stranger, client):
    client.post("/accounts/signup/", OF_OWNER)
    confirm(client, ADDRESS)

    owner = Member.objects.get(email=ADDRESS)
    assert confirmed()
    assert (owner.name, owner.check_password("of-the-owner-77")) == ("Noor van Dijk", True)
    assert not is_in(stranger)
    assert not sign_in(stranger, OF_STRANGER)
    assert sign_in(client, OF_OWNER)


def test_the_stranger_who_learns_the_owners_code_types_it_in_vain(stranger, client):
    client.post("/accounts/signup/", OF_OWNER)
    confirm(stranger, ADDRESS)

    assert not confirmed()
    assert not is_in(stranger)


def test_a_stranger_who_joins_after_the_owner_gets_nothing_by_the_owners_code(client):
    client.post("/accounts/signup/", OF_OWNER)
    cache.clear()
    of_owner = code(ADDRESS)
    Client().post("/accounts/signup/", OF_STRANGER)
    answer = client.post("/accounts/confirm-email/", {"code": of_owner}, follow=True)

    assert "Please join again" in main_text(answer)
    assert not confirmed()
    assert not is_in(client)
    assert not sign_in(Client(), OF_STRANGER)


def test_whoever_joined_goes_on_in_another_browser_with_their_password(client):
    """Joined at work, mail read at home."""
    Client().post("/accounts/signup/", OF_OWNER)
    cache.clear()
    client.post("/accounts/login/", {"login": ADDRESS, "password": OF_OWNER["password1"]})
    confirm(client, ADDRESS)

    assert confirmed()
    assert is_in(client)
