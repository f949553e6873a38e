"""Providers that really answer, each in a thread; and a way through them in the test client."""

import json
from urllib.parse import quote

import httpx
import oidc_provider_mock
import pytest
from django.urls import reverse

from sso.allauth_settings import social_account_providers
from sso.configuration import read_providers
from testing import saml_answers as saml


@pytest.fixture
def configure(settings, tmp_path):
    """`configure({…}, …)`: these providers are the operator's file."""

    def write(*entries):
        path = tmp_path / "sso.json"
        path.write_text(json.dumps(entries))
        settings.SSO_PROVIDERS = read_providers(str(path))
        settings.SOCIALACCOUNT_PROVIDERS = social_account_providers(settings.SSO_PROVIDERS)
        return settings.SSO_PROVIDERS

    return write


@pytest.fixture(scope="module")
def oidc_address():
    """A thread of its own, which later rooms would count."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def oidc(configure, oidc_address):
    """The provider `members`, by OpenID Connect."""
    entry = {
        "id": "members",
        "kind": "oidc",
        "name": "Library Association account",
        "server_url": oidc_address,
        "client_id": "mentoring",
        "client_secret": "a-secret",
        "claims": {"state": "member_status", "external_id": "member_number"},
    }
    return configure(entry)[0]


@pytest.fixture
def person(oidc_address):
    """`person("ada", email=…)`: somebody with an account there. Returns their subject."""

    def make(subject, **claims):
        said = {
            "name": "Ada Okafor",
            "given_name": "Ada",
            "family_name": "Okafor",
            "member_status": "active",
            "member_number": f"no-{subject}",
            "email_verified": True,
            **claims,
        }
        answer = httpx.put(f"{oidc_address}/users/{quote(subject)}", json=said)
        assert answer.status_code == 204
        return subject

    return make


@pytest.fixture
def come(client):
    """`come("ada")`: start, sign in there, come back. The last answer, redirects not followed."""

    def walk(subject, *, by=client, provider="members", **posted):
        away = by.post(reverse("sso_start", args=[provider]), posted)
        assert away.status_code == 302, away.content
        there = httpx.post(away["Location"], data={"sub": subject})
        return by.get(there.headers["location"].removeprefix("http://testserver"))

    return walk


@pytest.fixture(scope="session")
def signer():
    return saml.Signer()


@pytest.fixture
def university(configure, signer, client, settings):
    settings.ALLOWED_HOSTS = [saml.HOST]
    client.defaults["HTTP_HOST"] = saml.HOST
    return configure(
        {
            "id": "university",
            "kind": "saml",
            "name": "University account",
            "entity_id": saml.ENTITY,
            "sso_url": saml.SIGN_IN,
            "certificate": signer.certificate,
            "verified_addresses": True,
            "claims": {"state": "status"},
        }
    )[0]


@pytest.fixture
def asked(client, university):
    """The number of the request with which this browser was sent off."""
    return saml.request_id(client.post(reverse("sso_start", args=["university"]))["Location"])


@pytest.fixture
def bring(client):
    def post(fields):
        answer = client.post(reverse("saml_acs", args=["university"]), fields)
        return client.get(answer["Location"])

    return post
