"""Every ID token is checked: who signed it, for whom, when, and with what (ASVS 6.8.2, 9.1.1, 9.1.2, 10.5.3)."""

import time

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from cryptography.hazmat.primitives.asymmetric import rsa
from django.urls import reverse

from sso.openid_connect import CheckingAdapter

pytestmark = pytest.mark.django_db
OURS = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def answering(monkeypatch, oidc, person):
    """`answering(key, algorithm, **claims)`: the provider's next token is this one, and its key is OURS."""
    fetch = CheckingAdapter.get_access_token_data

    def prepare(*, key=OURS, algorithm="RS256", leave_out=(), **changes):
        claims = {
            "iss": oidc.options["server_url"],
            "aud": "mentoring",
            "sub": person("token", email="token@library.example"),
            "exp": time.time() + 300,
            "iat": time.time(),
            **changes,
        }
        claims = {name: value for name, value in claims.items() if name not in leave_out}
        token = jwt.encode(claims, key, algorithm)

        def answered(adapter, *args, **kwargs):
            return {**fetch(adapter, *args, **kwargs), "id_token": token}

        monkeypatch.setattr(CheckingAdapter, "get_access_token_data", answered)
        monkeypatch.setattr(CheckingAdapter, "_key", lambda _adapter, _kid: jwt.PyJWK.from_dict(public()))

    return prepare


def public():
    return jwt.algorithms.RSAAlgorithm.to_jwk(OURS.public_key(), as_dict=True) | {"alg": "RS256"}


def test_a_good_one_leads_in(answering, come):
    answering()

    assert come("token")["Location"] == reverse("sso_join")


BAD = {
    "another key": {"key": rsa.generate_private_key(public_exponent=65537, key_size=2048)},
    "not signed": {"key": None, "algorithm": "none"},
    "a secret that both know": {"key": "a-secret" * 8, "algorithm": "HS256"},
    "another issuer": {"iss": "https://elsewhere.example"},
    "another audience": {"aud": "another-site"},
    "expired": {"exp": time.time() - 120},
    "not yet": {"nbf": time.time() + 900_000},
    "without an end": {"leave_out": ("exp",)},
    "without a subject": {"leave_out": ("sub",)},
    "somebody else than the profile": {"sub": "eve"},
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_one_leads_nowhere(client, answering, come, kind):
    answering(**BAD[kind])

    assert come("token").status_code == 401
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_a_clock_that_is_a_little_off_is_borne(answering, come):
    answering(exp=time.time() - 30)

    assert come("token").status_code == 302


def test_one_with_a_number_is_good_once(answering, come):
    answering(jti="4711")

    assert come("token").status_code == 302
    assert come("token").status_code == 401


def test_a_key_of_another_number_is_none(client, oidc, person, come, monkeypatch):
    monkeypatch.setattr(jwt, "get_unverified_header", lambda _token: {"kid": "another", "alg": "RS256"})

    assert come(person("kid", email="kid@library.example")).status_code == 401


@pytest.mark.parametrize("address", ["{}/", "{}/.well-known/openid-configuration"])
def test_the_address_may_be_written_in_full(client, oidc, configure, address):
    entry = {**oidc.options, "id": "members", "kind": "oidc", "name": "N", "everyone": True}
    configure(
        {**entry, "server_url": address.format(oidc.options["server_url"]).replace("//.well", "/.well")}
    )

    assert client.post(reverse("sso_start", args=["members"])).status_code == 302


def test_metadata_of_another_issuer_are_refused_before_anybody_is_sent_there(client, oidc, monkeypatch):
    another = property(lambda _adapter: {"issuer": "https://elsewhere.example"})
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "openid_config", another)
    answer = client.post(reverse("sso_start", args=["members"]))

    assert answer.status_code == 401
    assert "That sign-in didn’t work" in answer.content.decode()
