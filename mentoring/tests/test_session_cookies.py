"""A copy of the database signs nobody in (the thief of a dump)."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

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
