"""A change to somebody else's address that waits lets nobody in, and keeps its owner from nothing (P14, P16; A5)."""

import pytest
from django.core.cache import cache
from django.test import Client

import factories
from profiles.models import Member
from profiles.tests.owners_address import ADDRESS, OF_OWNER, confirmed
from testing.account_mails import confirm, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def member_with_the_owners_address():
    """A member who has begun to change to the owner's address."""
    member, browser = factories.member(), Client()
    browser.force_login(member)
    browser.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    browser.post("/accounts/email/", {"action_add": "", "email": ADDRESS})
    cache.clear()
    return browser


@pytest.mark.parametrize("door", ("/accounts/login/code/", "/accounts/password/reset/"))
def test_a_change_of_address_that_waits_lets_nobody_in(door, member_with_the_owners_address, client):
    """Its owner would write into a stranger's account."""
    confirm(client, ADDRESS)
    assert not confirmed()

    client.post(door, {"email": ADDRESS})
    assert kinds(ADDRESS)[-1] == "account/unknown_account"


def test_a_change_of_address_that_waits_keeps_its_owner_from_nothing(member_with_the_owners_address, client):
    client.post("/accounts/signup/", OF_OWNER)
    assert Member.objects.filter(email=ADDRESS).exists()


def test_a_member_confirms_their_new_address_where_they_are_signed_in(member_with_the_owners_address):
    confirm(member_with_the_owners_address, ADDRESS)

    assert confirmed()
