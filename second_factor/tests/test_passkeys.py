"""Passkeys on the member site: added, used, renamed and removed by their member alone."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

import factories
from mail.models import OutgoingMail
from second_factor.tests.browsers import Browser
from second_factor.tests.passkey_pages import ADD, LOGIN, signed_in
from testing.passkeys import Passkey

pytestmark = pytest.mark.django_db


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
