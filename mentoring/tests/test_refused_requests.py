"""What is refused before any page is reached: TRACE, and programs that send a secret over http (ASVS 13.4.4, 4.1.2)."""

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.middleware import OF_PROGRAMS
from testing.safe_pages import missing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/healthz", "/nothing/here/"])
def test_trace_is_refused_and_repeats_nothing(path, client):
    answer = client.trace(path, headers={"Cookie-Like": "secret"})

    assert (answer.status_code, answer.content) == (405, b"")
    assert missing(answer) == []


@pytest.mark.parametrize("path", sorted(OF_PROGRAMS))
def test_a_program_over_http_is_refused_and_not_led_on(path, client, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.post(path, b"x", content_type="text/plain")

    assert (answer.status_code, answer.content) == (403, b"https only\n")
    assert missing(answer) == []
    assert client.get("/privacy/").status_code == 301


@pytest.mark.parametrize("path", sorted(OF_PROGRAMS))
def test_over_https_it_is_answered_as_ever(path, client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.post(path, b"x", content_type="text/plain", secure=True).status_code in (404, 405)


def test_the_addresses_are_those_of_the_pages():
    assert {reverse(name) for name in ("membership_webhook", "mail_in", "metrics")} == OF_PROGRAMS


def test_refused_access_stands_in_the_log_without_a_person(as_, stranger, pair, caplog):
    """ASVS 16.3.2; P33. What is not yours is not there, so it is said in the words of what is missing."""
    page = pair.get_absolute_url()
    assert as_(stranger).get(page).status_code == 404

    assert f"Not Found: {page}" in caplog.text
    assert stranger.email not in caplog.text and stranger.name not in caplog.text


def test_a_form_from_elsewhere_stands_in_the_log(mentee, caplog):
    """ASVS 16.3.3."""
    Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": mentee.email, "password": "x"})

    assert "Forbidden (" in caplog.text and "/accounts/login/" in caplog.text
    assert mentee.email not in caplog.text
