"""Product 1, 61: a forgotten password is replaced by a mailed link, which tells nobody who is a member."""

import pytest

from profiles.tests.sign_in_form import is_in, sign_in
from testing.account_mails import kinds, link
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_a_reset_gives_a_new_password_and_ends_the_old_one(client, amina):
    client.post("/accounts/password/reset/", {"email": amina.email})
    form = client.get(link(amina.email), follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "a-long-winter-night", "password2": "a-long-winter-night"})
    client.post("/accounts/logout/")

    sign_in(client)
    assert not is_in(client)
    sign_in(client, password="a-long-winter-night")
    assert is_in(client)
    assert kinds(amina.email)[-1] == "account/password_reset"


def test_a_reset_link_works_once(client, amina):
    client.post("/accounts/password/reset/", {"email": amina.email})
    page = link(amina.email)
    form = client.get(page, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "a-long-winter-night", "password2": "a-long-winter-night"})

    assert "no longer works" in main_text(client.get(page, follow=True))


def test_a_reset_for_nobody_looks_like_a_reset_for_somebody(client, amina):
    """Product 61."""
    answers = [
        client.post("/accounts/password/reset/", {"email": address})
        for address in (amina.email, "nobody@test.example")
    ]

    assert answers[0].url == answers[1].url
    assert kinds("nobody@test.example") == ["account/unknown_account"]
