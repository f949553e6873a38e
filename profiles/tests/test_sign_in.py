"""Product 1, 61: in by password or by a mailed code; answers tell nobody who is a member."""

import re

import pytest
from django.core.cache import cache

from profiles import moderation
from profiles.tests.sign_in_form import is_in, sign_in
from testing.account_mails import kinds, newest
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["amina@test.example", "AMINA@test.example"])
def test_the_right_password_lets_in(address, client, amina):
    assert sign_in(client, address).url == "/"
    assert is_in(client)


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(client, amina):
    """Product 61."""
    wrong = sign_in(client, password="not-this-one-at-all")
    cache.clear()
    unknown = sign_in(client, "nobody@test.example")

    known = re.sub("amina|nobody", "", main_text(wrong))
    assert known == re.sub("amina|nobody", "", main_text(unknown))
    assert not is_in(client)


def test_one_comes_to_where_one_was_going(client, amina):
    asked = client.get("/mentors/?q=maori").url
    answer = client.post(asked, {"login": amina.email, "password": "secret-enough"})

    assert answer.url == "/mentors/?q=maori"


def test_nobody_is_sent_to_another_site(client, amina):
    answer = client.post(
        "/accounts/login/?next=https://evil.example/", {"login": amina.email, "password": "secret-enough"}
    )

    assert answer.url == "/"


def test_a_mailed_code_lets_in_once(client, amina):
    client.post("/accounts/login/code/", {"email": amina.email})
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]*)\s*$", newest(amina.email).text, re.MULTILINE)[1]

    client.post("/accounts/login/code/confirm/", {"code": code})
    assert is_in(client)

    client.post("/accounts/logout/")
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert not is_in(client)


def test_a_wrong_code_lets_nobody_in(client, amina):
    client.post("/accounts/login/code/", {"email": amina.email})
    for _ in range(6):
        client.post("/accounts/login/code/confirm/", {"code": "AAAAAA"})

    assert not is_in(client)


def test_a_code_for_nobody_looks_like_a_code_for_somebody(client, amina):
    """Product 61."""
    pages = []
    for address in (amina.email, "nobody@test.example"):
        page = client.post("/accounts/login/code/", {"email": address}, follow=True)
        pages.append(main_text(page).replace(address, ""))
        client.session.flush()
        client.cookies.clear()

    assert pages[0] == pages[1]
    assert kinds("nobody@test.example") == ["account/unknown_account"]


def test_a_suspended_member_is_out_at_once_and_does_not_come_in(client, amina):
    """P16."""
    sign_in(client)
    moderation.suspend(amina)
    assert not is_in(client)

    sign_in(client)
    client.post("/accounts/login/code/", {"email": amina.email})
    assert not is_in(client)
    assert "account/login_code" not in kinds(amina.email)


def test_tries_for_an_account_are_counted_by_whatever_name_and_port_the_site_is_called(client, amina):
    """P15."""
    for number in range(5):
        typed = {"login": amina.email, "password": "wrong-again-and-again"}
        client.post("/accounts/login/", typed, headers={"host": f"127.0.0.1:{number + 1}"})

    sign_in(client)
    assert not is_in(client)


def test_after_too_many_tries_even_the_right_password_has_to_wait(client, amina):
    """P15."""
    for _ in range(12):
        sign_in(client, password="wrong-again-and-again")

    sign_in(client)
    assert not is_in(client)
