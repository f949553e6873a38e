"""Passkeys that were made elsewhere, used before or bent are refused in words."""

import json

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from fido2.utils import websafe_encode

import factories
from second_factor.tests.browsers import Browser
from second_factor.tests.passkey_pages import ADD, LOGIN, signed_in
from testing.passkeys import Passkey

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    (
        {"verified": False},
        {"domain": "evil.example"},
        {"origin": "https://evil.example"},
        {"origin": "https://other.example.org"},  # another page of the same domain
        {"origin": "https://staff.example.org"},
        {"origin": "http://mentoring.example.org"},
    ),
    ids=str,
)
def test_what_was_not_made_here_for_here_is_neither_added_nor_used(wrong, browser, added, passkey):
    """And what was not shown to be its holder's."""
    other = Passkey(
        **{"domain": "example.org", "origin": "https://mentoring.example.org", "number": b"o" * 16, **wrong}
    )
    assert browser.add_passkey(other).status_code == 200
    other.key, other.number, other.handle = passkey.key, passkey.number, passkey.handle
    client = Browser()
    client.by_passkey(other)

    assert Authenticator.objects.filter(type="webauthn").count() == 1
    assert not signed_in(client)


def test_an_answer_works_once(added, passkey):
    """Replayed, in the same browser and in another one."""
    client, second = Browser(), Browser()
    options = client.get(LOGIN, headers={"Accept": "application/json"}).json()["request_options"]
    answer = {"credential": json.dumps(passkey.get(options))}
    client.post(LOGIN, answer)
    client.post("/accounts/logout/")
    second.get(LOGIN, headers={"Accept": "application/json"})
    for again in (client, second):
        again.post(LOGIN, answer)
        assert not signed_in(again)


def test_an_unknown_key_and_somebody_elses_are_refused(added, passkey):
    stranger = factories.member()
    forged = Passkey(domain="example.org", origin="https://mentoring.example.org")
    theirs = websafe_encode(user_pk_to_url_str(stranger).encode())
    for handle, key in ((passkey.handle, forged.key), (theirs, passkey.key)):
        forged.key, forged.handle = key, handle
        client = Browser()
        client.by_passkey(forged)
        assert not signed_in(client)


def test_a_refused_passkey_stands_in_the_log(added, passkey, member, caplog):
    """ASVS 16.3.1; P33."""
    passkey.key = Passkey(domain="example.org", origin=passkey.origin).key
    Browser().by_passkey(passkey)

    assert "Sign-in refused: passkey." in caplog.text
    assert member.email not in caplog.text


ODD = (
    "",
    "null",
    "[]",
    '"x"',
    "7",
    "{}",
    "{",
    '{"response": 5}',
    '{"response": {"clientDataJSON": 5}}',
    '{"response": {"clientDataJSON": "e30"}}',
    '{"response": {"clientDataJSON": "////"}}',
    "[" * 3000,
    " " * 30_000,
    "\0",
)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_answers_are_refused_in_words(odd, browser, member, added):
    """Never a page of errors."""
    assert browser.post(ADD, {"name": "x", "credential": odd}).status_code == 200
    client = Browser()
    assert client.post(LOGIN, {"credential": odd}).status_code == 302
    client.password(member)
    assert client.post("/accounts/2fa/authenticate/", {"credential": odd}).status_code == 200
    assert not signed_in(client)


@pytest.mark.parametrize("handle", ("", "AA", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "w6k", "LTE", "\0"))
def test_an_odd_holder_is_nobody(handle, added, passkey):
    """Numbers that no database knows, letters, nothing."""
    passkey.handle = handle
    client = Browser()

    assert client.by_passkey(passkey).status_code == 302
    assert not signed_in(client)
