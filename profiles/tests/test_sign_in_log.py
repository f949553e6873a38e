"""Sign-ins and refusals stand in the log, by their means and without a person (ASVS 16.3.1, 16.3.3; P33)."""

import re

import pytest

from testing.account_mails import newest

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(caplog):
    """The lines about signing in so far."""
    caplog.set_level("INFO", logger="mentoring.sign_in")
    return lambda: [line.getMessage() for line in caplog.records if line.name == "mentoring.sign_in"]


def test_by_password_in_and_out_and_refused(client, mentee, lines):
    for password in ("wrong-password", "secret-enough"):
        client.post("/accounts/login/", {"login": mentee.email, "password": password})
    client.post("/accounts/logout/")

    assert lines() == ["Sign-in refused: password.", "Signed in by password.", "Signed out."]


def test_by_a_mailed_code(client, mentee, lines):
    client.post("/accounts/login/code/", {"email": mentee.email})
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]*)\s*$", newest(mentee.email).text, re.MULTILINE)[1]
    client.post("/accounts/login/code/confirm/", {"code": "AAAA-AAAA"})
    client.post("/accounts/login/code/confirm/", {"code": code})

    assert lines() == ["Sign-in refused: mailed code.", "Signed in by code."]


def test_on_the_staff_site(client, coordinator, staff_site, lines):
    for password in ("wrong-password", "secret-enough"):
        client.post("/admin/login/", {"username": coordinator.email, "password": password})

    assert lines()[0] == "Sign-in refused: password."
    assert lines()[1].startswith("Signed in by ")


def test_too_many_attempts(client, mentee, lines):
    for _try in range(7):
        client.post("/accounts/login/", {"login": mentee.email, "password": "wrong-password"})

    assert lines() == ["Sign-in refused: password."] * 5 + ["Sign-in refused: too many attempts."] * 2


def test_no_line_says_who(client, mentee, caplog):
    """P33."""
    caplog.set_level("INFO", logger="mentoring")
    for password in ("wrong-password", "secret-enough"):
        client.post("/accounts/login/", {"login": mentee.email, "password": password})

    assert "Signed in" in caplog.text
    assert mentee.email not in caplog.text and "wrong-password" not in caplog.text
    assert mentee.name not in caplog.text
