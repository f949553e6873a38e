"""Signing in with a second step on the member site: codes of an app, each once."""

import pytest

from second_factor.tests.browsers import Browser, code_of
from second_factor.tests.two_steps import AUTHENTICATE, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def half_way(secret, member):
    """Somebody who has typed the password."""
    found = Browser()
    assert found.password(member).headers["Location"] == AUTHENTICATE
    return found


def test_the_password_alone_opens_nothing(half_way):
    assert half_way.get(AUTHENTICATE).status_code == 200
    assert not signed_in(half_way)


def test_the_code_does(half_way, secret):
    assert half_way.post(AUTHENTICATE, {"code": code_of(secret)}).status_code == 302
    assert signed_in(half_way)


def test_the_log_says_by_what_means_and_nothing_of_whose(half_way, secret, member, caplog):
    """ASVS 16.3.1; P33."""
    caplog.set_level("INFO", logger="mentoring.sign_in")
    for code in ("000000", code_of(secret)):
        half_way.post(AUTHENTICATE, {"code": code})
    lines = [line.getMessage() for line in caplog.records if line.name == "mentoring.sign_in"]

    assert lines == ["Sign-in refused: code of a second factor.", "Signed in by password, mfa."]
    assert member.email not in caplog.text and code not in caplog.text


@pytest.mark.parametrize(("steps", "good"), ((-2, False), (-1, True), (0, True), (1, True), (2, False)))
def test_a_clock_may_be_half_a_minute_wrong(steps, good, half_way, secret):
    half_way.post(AUTHENTICATE, {"code": code_of(secret, steps=steps)})

    assert signed_in(half_way) is good


def test_a_code_works_once_for_as_long_as_it_would_be_good(half_way, secret, member, moment, monkeypatch):
    """Trap 13: django-allauth forgets it after one period, and would take it in the next again."""
    code = code_of(secret, steps=1)
    half_way.post(AUTHENTICATE, {"code": code})
    moment(45)
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.TOTP._mark_code_used", lambda *args: True)
    second = Browser()
    second.password(member)
    second.post(AUTHENTICATE, {"code": code})

    assert not signed_in(second)


def test_the_code_of_the_set_up_does_not_sign_in(browser, member, moment):
    secret = browser.set_up_app()
    second = Browser()
    second.password(member)
    second.post(AUTHENTICATE, {"code": code_of(secret)})

    assert not signed_in(second)


@pytest.mark.parametrize("typed", ("", "000000x", "12", "9" * 41, "１２３４５６", "\0", "12 34", "-" * 30))
def test_what_is_no_code_opens_nothing(typed, half_way):
    assert half_way.post(AUTHENTICATE, {"code": typed}).status_code == 200
    assert not signed_in(half_way)


def test_guessing_stops_at_the_limit(half_way, secret, member):
    """P15: five wrong codes; from then on the right one is not even looked at."""
    for _try in range(5):
        half_way.post(AUTHENTICATE, {"code": "000000"})
    answer = half_way.post(AUTHENTICATE, {"code": code_of(secret)})

    assert "too many attempts" in answer.content.decode()
    assert not signed_in(half_way)


def test_a_mailed_code_is_followed_by_the_second_step(secret, member):
    client = Browser()
    client.post("/accounts/login/code/", {"email": member.email})
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    answer = client.post("/accounts/login/code/confirm/", {"code": code})

    assert answer.headers["Location"] == AUTHENTICATE
    assert not signed_in(client)
