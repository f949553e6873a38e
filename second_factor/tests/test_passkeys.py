"""Passkeys on the member site: added, used, renamed and removed by their member alone."""

import json

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from fido2.utils import websafe_encode

import factories
from mail.models import OutgoingMail
from second_factor.tests.conftest import Browser
from testing.passkeys import Passkey

pytestmark = pytest.mark.django_db
ADD, LOGIN = "/accounts/2fa/passkeys/add/", "/accounts/2fa/passkeys/login/"


@pytest.fixture
def added(browser, passkey):
    """The member has a passkey."""
    assert browser.add_passkey(passkey).status_code == 302
    return Authenticator.objects.get(type="webauthn")


def signed_in(client):
    return client.get("/profile/").status_code == 200


def test_a_passkey_alone_signs_in(added, passkey):
    client = Browser()

    assert client.by_passkey(passkey, next="/meetings/").headers["Location"] == "/meetings/"
    assert signed_in(client)


def test_a_passkey_is_the_second_step_as_well(added, passkey, member):
    client = Browser()
    client.password(member)
    page = client.get("/accounts/2fa/authenticate/")
    options = client.options(page)["request_options"]
    assert not signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"credential": json.dumps(passkey.get(options))})

    assert signed_in(client)


def test_the_page_asks_for_a_key_that_the_device_keeps_and_for_who_holds_it(browser):
    """Trap 4: every key signs in alone."""
    options = browser.options(browser.get(ADD))["creation_options"]["publicKey"]

    assert options["rp"]["id"] == "example.org"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"


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


def test_tries_are_counted_by_the_browsers_address_behind_a_proxy(db, settings):
    """P15: thirty a minute, of one browser and not of all behind the proxy."""
    settings.TRUSTED_PROXIES = 1

    def tried(address):
        return Client(headers={"X-Forwarded-For": address}).post(LOGIN, {"credential": "{}"}).status_code

    assert [tried(f"203.0.113.9, 198.51.100.{n % 3}"[: 13 + 14]) for n in range(3)] == [302] * 3
    assert [tried("198.51.100.7") for _n in range(32)] == [302] * 30 + [429] * 2
    assert tried("198.51.100.8") == 302


def test_a_suspended_member_is_not_let_in(added, passkey, member):
    type(member).objects.filter(pk=member.pk).update(is_active=False)
    client = Browser()
    client.by_passkey(passkey)

    assert not signed_in(client)


def test_rename_and_remove(browser, added, member):
    edit, remove = (f"/accounts/2fa/passkeys/{added.pk}/{step}/" for step in ("edit", "remove"))
    assert browser.post(edit, {"name": "  Phone <b> "}).status_code == 302
    assert "Phone &lt;b&gt;" in browser.get("/accounts/2fa/").content.decode()
    assert browser.post(edit, {"name": "x" * 61}).status_code == 200
    assert browser.post(remove).status_code == 302

    assert not Authenticator.objects.exists()  # the recovery codes go with the last one
    told = set(OutgoingMail.objects.filter(to=member).values_list("kind", flat=True))
    assert {"second_factor/webauthn_added", "second_factor/webauthn_removed"} <= told
    assert not mail.outbox


def test_somebody_elses_passkey_is_not_there(added, db):
    other = Browser()
    other.password(factories.member())
    other.confirm()
    for step in ("edit", "remove"):
        address = f"/accounts/2fa/passkeys/{added.pk}/{step}/"
        assert other.get(address).status_code == other.post(address, {"name": "Mine"}).status_code == 404

    added.refresh_from_db()
    assert added.data["name"] == "Laptop"


def test_an_account_holds_ten(browser, passkey):
    for number in range(11):
        key = Passkey(domain="example.org", origin=passkey.origin, number=bytes([number]) * 16)
        browser.add_passkey(key, name="")
    names = [each.data["name"] for each in Authenticator.objects.filter(type="webauthn").order_by("pk")]

    assert names == ["My passkey", *(f"Passkey {n}" for n in range(2, 11))]


def test_before_anything_changes_it_is_asked_who_it_is(member, client):
    client.force_login(member)
    for page in (ADD, "/accounts/2fa/totp/activate/", "/accounts/2fa/recovery-codes/generate/"):
        for answer in (client.get(page), client.post(page)):
            assert answer.headers["Location"].startswith("/accounts/reauthenticate/"), page


def test_who_has_a_factor_may_change_their_address(browser, added):
    """django-allauth would refuse it; here an address that waits is nobody's."""
    assert (
        browser.post("/accounts/email/", {"email": "new@test.example", "action_add": ""}).status_code == 302
    )
