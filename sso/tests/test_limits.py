"""Codes and ways to a provider are limited."""

import pytest
from django.urls import reverse

import factories

pytestmark = pytest.mark.django_db


def test_codes_are_limited(client, oidc, person, come):
    factories.member(email="many@library.example")
    person("many-codes", email="many@library.example")
    answers = [come("many-codes").status_code for _number in range(4)]

    assert answers == [302, 302, 302, 429]


def test_a_mailbox_gets_few_codes_an_hour(client, oidc, person, come, monkeypatch):
    """Attack A10: three a minute were a hundred and eighty an hour."""
    monkeypatch.setattr("sso.proof.CODES_AN_HOUR", 2)
    factories.member(email="many@library.example")
    person("many-codes", email="many@library.example")

    assert [come("many-codes").status_code for _number in range(3)] == [302, 302, 429]


def test_sending_off_is_limited(client, oidc):
    answers = {client.post(reverse("sso_start", args=["members"])).status_code for _number in range(32)}

    assert answers == {302, 429}
