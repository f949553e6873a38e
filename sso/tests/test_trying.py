"""The operator's try shows what came and keeps nothing."""

import io

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import reverse

import factories
from sso import trying

pytestmark = pytest.mark.django_db


@pytest.fixture
def try_out(client, oidc):
    def walk(subject):
        out = io.StringIO()
        call_command("try_sso", "members", stdout=out)
        address = out.getvalue().split()[-1].removeprefix("http://127.0.0.1:8000")
        assert client.get(address).status_code == 200
        away = client.post(address)
        there = httpx.post(away["Location"], data={"sub": subject})
        return client.get(there.headers["location"].removeprefix("http://testserver"))

    return walk


def rows():
    ignored = {"sessions.session"}
    models = [
        model for model in apps.get_models() if model._meta.label_lower not in ignored and model._meta.managed
    ]
    return {model._meta.label: list(model._base_manager.values_list()) for model in models}


def test_it_shows_what_came_masked_and_what_would_happen(try_out, person):
    page = try_out(person("tried", email="ada@library.example", birthdate="1980-01-01")).content.decode()

    assert "They would check their name and have an account" in page
    assert "birthdate" in page
    for told in ("1980-01-01", "ada@library.example", "Okafor"):
        assert told not in page
    assert "active" in page


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"member_status": "Emeritus"}, "We don’t know what the membership “Emeritus” means"),
        ({"member_status": "lapsed"}, "no current membership"),
        ({"email": ""}, "We found no email address"),
        ({"email_verified": False}, "emailed a code first"),
    ],
)
def test_it_says_what_stands_in_the_way(try_out, person, claims, words):
    assert words in try_out(person("way", **{"email": "way@library.example", **claims})).content.decode()


def test_nothing_is_kept_and_nobody_signed_in(client, try_out, person):
    known = factories.member()
    SocialAccount.objects.create(user=known, provider="members", uid="kept")
    before = rows()
    page = try_out(person("kept", email="kept@library.example", member_status="lapsed")).content.decode()

    assert "They would be signed in" in page
    assert rows() == before
    assert "_auth_user_id" not in client.session


def test_the_next_sign_in_is_a_real_one(client, try_out, person, come):
    known = factories.member()
    SocialAccount.objects.create(user=known, provider="members", uid="real")
    try_out(person("real", email="real@library.example"))
    come("real")

    assert client.session["_auth_user_id"] == str(known.pk)


@pytest.mark.parametrize("token", ["forged", "x.y.z"])
def test_a_forged_link_is_not_there(client, oidc, token):
    assert client.get(reverse("sso_try", args=[token])).status_code == 404


def test_a_link_for_what_is_configured_no_more_is_not_there(client, oidc):
    assert client.get(reverse("sso_try", args=[trying.token("gone")])).status_code == 404


def test_the_command_says_which_providers_there_are(oidc):
    with pytest.raises(CommandError, match="SSO_PROVIDERS has: members"):
        call_command("try_sso", "other")
