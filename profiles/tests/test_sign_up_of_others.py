"""Whoever joins with somebody else's address gets nothing by it, whatever its owner does later (P14, P16; A5)."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

import factories
from profiles.models import Member
from testing.account_mails import kinds, link, newest
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ADDRESS = "owner@test.example"
OF_STRANGER = {
    "name": "Call 555 now",
    "email": ADDRESS,
    "password1": "of-the-stranger-7",
    "adult": "on",
    "terms": "on",
}
OF_OWNER = {
    "name": "Noor van Dijk",
    "email": ADDRESS,
    "password1": "of-the-owner-77",
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


def confirmed():
    return EmailAddress.objects.filter(email=ADDRESS, verified=True).exists()


@pytest.mark.parametrize("door", ("/accounts/login/code/", "/accounts/password/reset/"))
def test_a_code_or_a_reset_for_an_address_that_was_never_confirmed_is_one_for_nobody(door, stranger, client):
    """The attack: the code confirmed the address, and the stranger's password opened the account."""
    client.post(door, {"email": ADDRESS})

    assert kinds(ADDRESS)[-1] == "account/unknown_account"
    assert not confirmed()
    assert not sign_in(Client(), OF_STRANGER)


def test_the_link_of_the_mail_alone_confirms_nothing(stranger, client):
    """Opened by the owner, who is curious: the password is not theirs."""
    page = link(ADDRESS)
    assert 'name="password"' in client.get(page).content.decode()

    for typed in ({}, {"password": ""}, {"password": "of-the-owner-77"}):
        answer = client.post(page, typed, follow=True)
        assert "not the one that was chosen" in answer.content.decode()
    assert not confirmed()
    assert not sign_in(stranger, OF_STRANGER)


def test_the_owner_joins_and_nothing_of_the_stranger_is_left(stranger, client):
    client.post("/accounts/signup/", OF_OWNER)
    client.post(link(ADDRESS))

    owner = Member.objects.get(email=ADDRESS)
    assert confirmed()
    assert (owner.name, owner.check_password("of-the-owner-77")) == ("Noor van Dijk", True)
    assert not is_in(stranger)
    assert not sign_in(stranger, OF_STRANGER)
    assert sign_in(client, OF_OWNER)


def test_a_mail_from_before_still_leads_to_who_joined_last(stranger, client):
    """Joining again soon sends no second mail: the first one's link is as good."""
    first = link(ADDRESS)
    client.post("/accounts/signup/", OF_OWNER)
    client.post(first)

    assert confirmed()
    assert not sign_in(stranger, OF_STRANGER)


def test_a_stranger_who_joins_after_the_owner_gets_nothing_by_the_owners_yes(client):
    client.post("/accounts/signup/", OF_OWNER)
    page = link(ADDRESS)
    stranger = Client()
    stranger.post("/accounts/signup/", OF_STRANGER)
    client.post(page)

    assert not confirmed()
    assert not sign_in(stranger, OF_STRANGER)


def test_whoever_joined_may_say_yes_in_another_browser_with_their_password(client):
    """Joined at work, mail read on the phone."""
    Client().post("/accounts/signup/", OF_OWNER)
    assert "enter the password" in main_text(client.get(link(ADDRESS)))
    client.post(link(ADDRESS), {"password": OF_OWNER["password1"]})

    assert confirmed()
    assert sign_in(client, OF_OWNER)


def test_whoever_joined_is_asked_for_no_password_in_their_own_browser(client):
    client.post("/accounts/signup/", OF_OWNER)

    assert 'name="password"' not in client.get(link(ADDRESS)).content.decode()
    client.post(link(ADDRESS))
    assert confirmed()


@pytest.fixture
def member_with_the_owners_address():
    """A member who has begun to change to the owner's address."""
    member, browser = factories.member(), Client()
    browser.force_login(member)
    browser.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    browser.post("/accounts/email/", {"action_add": "", "email": ADDRESS})
    assert EmailAddress.objects.filter(user=member, email=ADDRESS, verified=False).exists()
    cache.clear()
    return browser


@pytest.mark.parametrize("door", ("/accounts/login/code/", "/accounts/password/reset/"))
def test_a_change_of_address_that_waits_lets_nobody_in(door, member_with_the_owners_address, client):
    """Its owner would write into a stranger's account."""
    client.post(door, {"email": ADDRESS})
    assert kinds(ADDRESS)[-1] == "account/unknown_account"

    client.post(link_of_change(), {"password": "of-the-owner-77"})
    assert not confirmed()


def link_of_change():
    rows = [mail for mail in _mails() if "confirm-email" in mail.text]
    return re.search(r"https?://[^/\s]+(/accounts/confirm-email/\S*)", rows[0].text)[1]


def _mails():
    return type(newest(ADDRESS)).objects.filter(address=ADDRESS).order_by("pk")


def test_a_change_of_address_that_waits_keeps_its_owner_from_nothing(member_with_the_owners_address, client):
    client.post("/accounts/signup/", OF_OWNER)
    assert Member.objects.filter(email=ADDRESS).exists()


def test_a_member_confirms_their_new_address_where_they_are_signed_in(member_with_the_owners_address):
    member_with_the_owners_address.post(link_of_change())

    assert confirmed()
