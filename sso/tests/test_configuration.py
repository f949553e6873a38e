"""The operator's file: a mistake in it stops the start with one clear line."""

import json

import pytest

from mentoring.lib.env import OddSetting
from sso import packages
from sso.configuration import read_providers
from testing import wild_apricot

GOOD = wild_apricot.provider("https://login.library.example")


@pytest.fixture
def read(tmp_path):
    def write_and_read(content):
        path = tmp_path / "sso.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return read_providers(str(path))

    return write_and_read


def test_without_a_file_there_is_no_provider():
    assert read_providers("") == ()


def test_a_good_file_in_its_order(read):
    first, second = read([GOOD, {**GOOD, "id": "second", "origins": ["https://sso.library.example/x"]}])

    assert (first.id, second.id) == ("members", "second")
    assert first.origins == ("https://login.library.example",)
    assert second.origins == ("https://login.library.example", "https://sso.library.example")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ({}, "expected a list of providers"),
        (["x"], "expected a list of providers"),
        ([{**GOOD, "id": "No Good"}], "expected an id of small letters"),
        ([GOOD, GOOD], "two providers have the same id"),
        ([{**GOOD, "kind": "openid"}], "expected kind oidc, oauth2 or saml, found 'openid'"),
        ([{**GOOD, "token_url": ""}], "missing token_url"),
        ([{**GOOD, "name": ""}], "missing name"),
        ([{**GOOD, "token_url": "http://login.library.example"}], "token_url to begin with https://"),
        ([{**GOOD, "token_url": "login"}], "token_url to begin with https://"),
        ([{**GOOD, "email_authentication": True}], "has no setting email_authentication"),
        ([{**GOOD, "claims": []}], "expected claims to be"),
        ([{**GOOD, "claims": {"shoe_size": "x"}}], "no such field in claims: shoe_size"),
        ([{**GOOD, "claims": {"state": "Status"}}], "claims.subject has to say"),
        ([{**GOOD, "claims": {"subject": "Id"}}], "say in claims.state or claims.paid_through"),
        ([{**GOOD, "states": {"Emeritus": "yes"}}], "expected states to be"),
        ([{**GOOD, "everyone": "yes"}], "expected everyone to be true or false"),
        ([{**GOOD, "origins": "https://x.example"}], "expected origins to be a list"),
        ([{**GOOD, "origins": ["ftp://x.example"]}], "each of origins to begin with https://"),
        (
            [
                {
                    "id": "u",
                    "kind": "saml",
                    "name": "U",
                    "entity_id": "x",
                    "sso_url": "https://x.example",
                    "certificate": "AAAA",
                    "everyone": True,
                }
            ],
            "certificate is no X.509 certificate",
        ),
    ],
)
def test_a_mistake_is_said_in_one_line(read, content, words):
    with pytest.raises(OddSetting) as caught:
        read(content)

    assert words in str(caught.value)
    assert str(caught.value).startswith("SSO_PROVIDERS: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(OddSetting, match="cannot be read"):
        read_providers(str(tmp_path / "none.json"))


def test_everyone_needs_no_word_for_a_membership(read):
    assert read([{**GOOD, "claims": {"subject": "Id"}, "everyone": True}])[0].everyone


def test_saml_without_its_packages_is_said(read, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(packages, "import_module", missing)
    assert not packages.saml_is_installed(read([GOOD]))
    saml = type("Provider", (), {"kind": "saml"})
    with pytest.raises(OddSetting, match=r"requirements-saml\.txt"):
        packages.saml_is_installed([saml])
