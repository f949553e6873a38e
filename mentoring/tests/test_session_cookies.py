"""A copy of the database signs nobody in (the thief of a dump)."""

import json

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from mentoring.lib.tests.processes import python
from mentoring.sessions import signed

pytestmark = pytest.mark.django_db


def with_cookie(value):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = value
    return client.get("/requests/").status_code


def test_the_key_in_the_database_is_no_cookie(as_, mentee):
    assert as_(mentee).get("/requests/").status_code == 200
    key = Session.objects.get().session_key

    assert with_cookie(key) == 302
    assert with_cookie(f"{key}:forged") == 302
    assert with_cookie(signed(key)) == 200


def test_the_site_signs_what_it_sets(client, mentee):
    """By the real door."""
    client.post("/accounts/login/", {"login": mentee.email, "password": "secret-enough"})
    value = client.cookies[settings.SESSION_COOKIE_NAME].value

    assert value == signed(Session.objects.get().session_key)
    assert client.get("/requests/").status_code == 200
    client.post("/accounts/logout/")
    assert with_cookie(value) == 302


HTTPS_SETTINGS = """
import json
import django
django.setup()
from django.conf import settings as s
from sso.saml.views import COOKIE
print(json.dumps({
    "names": [s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, COOKIE],
    "secure": [s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE],
    "hsts": [s.SECURE_HSTS_SECONDS // (24 * 3600), s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_SSL_REDIRECT],
}))
"""


@pytest.mark.parametrize("process", ("member", "staff"))
def test_with_https_no_other_host_sets_a_cookie_and_nothing_goes_over_http(process, tmp_path):
    """ASVS 3.3.1, 3.3.3, 3.4.1."""
    answer = python(HTTPS_SETTINGS, tmp_path, MENTORING_PROCESS=process, SITE_URL="https://m.test.example")
    found = json.loads(answer.stdout or answer.stderr)

    assert all(name.startswith("__Host-") for name in found["names"])
    assert found["secure"] == [True, True]
    assert found["hsts"] == [0, False, True]


@pytest.mark.parametrize(
    ("chosen", "hsts"),
    (
        ("hour", [0, False, True]),
        ("year", [365, False, True]),
        ("subdomains", [365, True, True]),
        ("preload", [365, True, True]),
    ),
)
def test_what_nobody_can_take_back_is_the_operators_to_begin(chosen, hsts, tmp_path):
    """ASVS 3.4.1: an hour as installed; a year shuts out other hosts for a year, so it is a step of its own."""
    answer = python(HTTPS_SETTINGS, tmp_path, HSTS=chosen, SITE_URL="https://m.test.example")

    assert json.loads(answer.stdout or answer.stderr)["hsts"] == hsts


def test_over_https_every_answer_says_that_it_stays_there(client, settings):
    """ASVS 3.4.1: also what is refused."""
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 365 * 24 * 3600, True
    for page in ("/accounts/login/", "/nothing/here/", "/healthz"):
        answer = client.get(page, secure=True)

        assert answer["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains"), page
