"""Guessing at passwords of the staff site stops at a limit, and tells nothing (P12, P15)."""

import re

import pytest
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.test import Client

import factories

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def sign_in(email, password, **kwargs):
    """What a new browser gets."""
    return Client(**kwargs).post(LOGIN, {"username": email, "password": password})


def test_guessing_a_staff_password_stops_at_the_limit(coordinator, staff_site):
    """P15: five wrong tries for one name; from then on the password is not even looked at."""
    refusals = [sign_in(coordinator.email, f"wrong-{n}").content.decode() for n in range(8)]

    assert [("too many attempts" in page) for page in refusals] == [False] * 5 + [True] * 3
    assert sign_in(coordinator.email.upper(), "secret-enough").status_code == 200
    assert sign_in(coordinator.email, "secret-enough").status_code == 200


def test_guessing_at_many_names_from_one_place_stops_too(coordinator, staff_site):
    """P15: ten wrong tries a minute from one address."""
    refusals = [sign_in(f"somebody{n}@test.example", "wrong").content.decode() for n in range(12)]

    assert [("too many attempts" in page) for page in refusals] == [False] * 10 + [True] * 2


def test_right_passwords_are_not_counted(coordinator, staff_site):
    """P15."""
    assert [sign_in(coordinator.email, "secret-enough").status_code for _n in range(12)] == [302] * 12


@pytest.mark.redis
@pytest.mark.skipif(not settings.REDIS_URL, reason="the file cache cannot count side by side")
@pytest.mark.parametrize("site", ("member", "staff"))
def test_forty_wrong_tries_at_once_are_no_more_than_the_limit(site, at_once, request, monkeypatch):
    """P15: at most five and a fifth of that get as far as the password."""
    member, looked = factories.member(is_staff=True), []
    url, name = ("/accounts/login/", "login")
    if site == "staff":
        url, name = (LOGIN, "username")
        request.getfixturevalue("staff_site")
    monkeypatch.setattr(AuthenticationBackend, "authenticate", lambda *a, **k: looked.append(1))
    wrong = {name: member.email, "password": "wrong-password-9"}
    answers = at_once([lambda: Client().post(url, wrong).status_code] * 40)

    assert set(answers) <= {200, 429}
    assert 1 <= len(looked) <= 6


def test_a_member_and_a_wrong_password_are_answered_alike(coordinator, staff_site):
    """P14 on the staff site: members, staff with a wrong password and nobody."""
    member = factories.member()
    pages = {
        re.sub(r'(csrfmiddlewaretoken" value="|name="username" value=")[^"]*', "", page)
        for page in (
            sign_in(member.email, "secret-enough").content.decode(),
            sign_in(coordinator.email, "wrong").content.decode(),
            sign_in("nobody@test.example", "wrong").content.decode(),
        )
    }
    assert len(pages) == 1
