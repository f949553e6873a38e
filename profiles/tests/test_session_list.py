"""Members see where they are signed in, and end what they no longer want (product 61)."""

import pytest
from django.test import Client
from django.urls import reverse

import factories

pytestmark = pytest.mark.django_db
PAGE = "/accounts/sessions/"


@pytest.fixture
def member():
    return factories.member()


def signed_in(member, browser):
    """By the form, in a browser of this name."""
    client = Client(HTTP_USER_AGENT=browser)
    client.post(reverse("account_login"), {"login": member.email, "password": "secret-enough"})
    assert is_in(client)
    return client


def is_in(client):
    return client.get(reverse("profile")).status_code == 200


def test_both_browsers_are_listed(member):
    signed_in(member, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    here = signed_in(member, "curl/8.0")
    page = here.get(PAGE).content.decode()

    assert page.count("IP address") == 2
    assert page.count("this browser") == 1
    assert "Firefox" in page


def test_ending_the_others_ends_them_and_not_this_one(member):
    other, here = signed_in(member, "there"), signed_in(member, "here")
    strangers = signed_in(factories.member(), "a stranger's")
    here.post(PAGE)

    assert not is_in(other)
    assert is_in(here)
    assert is_in(strangers)
    assert here.get(PAGE).content.decode().count("IP address") == 1


def test_signed_out_it_leads_to_signing_in(client):
    assert client.get(PAGE)["Location"].startswith(reverse("account_login"))
