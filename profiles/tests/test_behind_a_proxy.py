"""Faults F2 and F13: what a proxy and a Host header cannot do."""

import pytest

from mail.models import OutgoingMail
from mentoring.lib import health

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SIGN_IN, RESET = "/accounts/login/", "/accounts/password/reset/"


def guess(client, address, email="nobody@test.example", password="wrong"):
    posted = {"login": email, "password": password}
    return client.post(SIGN_IN, posted, headers={"X-Forwarded-For": address})


@pytest.fixture
def mentee_with_password(mentee):
    mentee.set_password("a good long password")
    mentee.save()
    return mentee


def test_somebody_elses_wrong_passwords_keep_nobody_out(client, settings, mentee_with_password):
    """Attack A18."""
    settings.TRUSTED_PROXIES = 1
    answers = [
        guess(client, "198.51.100.9", f"nobody{number}@test.example").status_code for number in range(40)
    ]
    assert 429 in answers

    signed_in = guess(client, "203.0.113.7", mentee_with_password.email, "a good long password")
    assert (signed_in.status_code, signed_in.url) == (302, "/")


def test_an_address_that_the_browser_wrote_itself_does_not_help(client, settings):
    settings.TRUSTED_PROXIES = 1
    answers = [guess(client, f"10.0.0.{number}, 198.51.100.9").status_code for number in range(40)]

    assert 429 in answers


@pytest.mark.parametrize("host", ("127.0.0.1:9999", "localhost:6666", "staff.test.example"))
def test_links_in_account_mails_lead_to_the_member_site(host, client, settings, mentee):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "staff.test.example"]
    settings.SITE_URL = "https://mentoring.test.example"
    client.post(RESET, {"email": mentee.email}, headers={"Host": host})

    mail = OutgoingMail.objects.get()
    assert "https://mentoring.test.example/accounts/password/reset/key/" in mail.text
    for text in (mail.text, mail.html):
        assert host not in text


@pytest.mark.parametrize(
    ("https", "proxies", "advised"), ((True, 0, True), (True, 1, False), (False, 0, False))
)
def test_an_operator_is_told_that_the_proxy_is_not_counted(https, proxies, advised, client, settings):
    settings.HTTPS, settings.TRUSTED_PROXIES, settings.HSTS = https, proxies, "year"

    assert bool(list(health.advice())) is advised
    answer = client.get("/readyz")
    assert answer.json()["ok"] is True
    assert ("advice" in answer.json()) is advised
