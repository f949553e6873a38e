"""Product 61: one mailbox is one account, however its address is spelled and at whichever door."""

import re
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command

from factories import member
from mentorships.models import Invitation
from profiles.models import Member
from testing.account_mails import confirm, kinds, newest
from testing.sign_up import sign_up

pytestmark = pytest.mark.django_db
AMINA = "amina@test.example"
SPELLINGS = (
    "amina@test.example\u200b",
    "\u2060Amina@Test.example.",
    "ａｍｉｎａ＠ｔｅｓｔ．ｅｘａｍｐｌｅ",
    "am\u00adina@test。example",
)
each_spelling = pytest.mark.parametrize("spelling", SPELLINGS, ids=ascii)


@pytest.fixture
def amina():
    return member(email=AMINA, name="Amina Otieno")


def is_in(client):
    return client.get("/profile/").status_code == 200


def join(client, address):
    return sign_up(client, name="Amina", email=address)


@each_spelling
def test_who_has_joined_by_any_spelling_comes_in_by_the_plain_one_and_is_no_second_member(spelling, client):
    join(client, spelling)
    assert (Member.objects.get().email, EmailAddress.objects.get().email) == (AMINA, AMINA)
    confirm(client, AMINA)
    client.cookies.clear()
    cache.clear()

    join(client, AMINA)
    client.cookies.clear()
    client.post("/accounts/login/", {"login": AMINA, "password": "a-long-winter-night"})

    assert Member.objects.count() == 1
    assert "account/account_already_exists" in kinds(AMINA)
    assert is_in(client)


@each_spelling
def test_every_door_knows_whose_address_it_is(spelling, client, amina):
    """Fault F16."""
    client.post("/accounts/login/", {"login": spelling, "password": "secret-enough"})
    assert is_in(client)
    client.post("/accounts/logout/")

    client.post("/accounts/password/reset/", {"email": spelling})
    assert kinds(AMINA) == ["account/password_reset_key"]
    client.post("/accounts/login/code/", {"email": spelling})
    assert kinds(AMINA)[-1] == "account/login_code"


@each_spelling
def test_an_address_is_not_changed_to_one_that_is_taken(spelling, as_, amina, stranger):
    as_(stranger).post("/accounts/email/", {"email": spelling, "action_add": ""})

    assert not EmailAddress.objects.filter(user=stranger, verified=True, email=AMINA).exists()
    assert set(EmailAddress.objects.values_list("email", flat=True)) <= {AMINA, stranger.email}


@each_spelling
def test_an_invitation_finds_its_member_and_not_oneself(spelling, as_, amina, stranger):
    form = {"role": "mentee", "focus": "leadership", "style": "", "address": spelling}
    as_(amina).post("/mentorships/record/", form)
    assert Invitation.objects.count() == 0

    as_(stranger).post("/mentorships/record/", form)
    assert Invitation.objects.get().address == AMINA
    assert "asks you to confirm" in as_(amina).get("/mentorships/").content.decode()


@each_spelling
def test_a_command_finds_its_member(spelling, amina):
    call_command("make_coordinator", spelling)

    assert Member.objects.get().is_staff


def test_a_domain_in_unicode_and_in_ascii_is_one(client):
    join(client, "amina@bücher.example")
    client.cookies.clear()
    join(client, "amina@xn--bcher-kva.example")

    assert Member.objects.get().email == "amina@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "change", [str.lower, lambda c: f"\u200b {c}\u2060 ", lambda c: c.replace("-", "–"), "wide"]
)
def test_a_code_may_be_pasted_with_whatever_clings_to_it(change, client, amina):
    client.post("/accounts/login/code/", {"email": AMINA})
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]*)\s*$", newest(AMINA).text, re.MULTILINE)[1]
    wide = {ord(letter): ord(letter) + 0xFEE0 for letter in code}

    client.post(
        "/accounts/login/code/confirm/", {"code": code.translate(wide) if change == "wide" else change(code)}
    )

    assert is_in(client)


def test_stored_addresses_are_respelled_unless_that_would_make_one_of_two(amina):
    respell = import_module("profiles.migrations.0002_canonical_addresses").respell
    noor, twin = member(email="noor@bücher.example"), member(email="amina@test.example.")

    respell(apps, None)

    for one, email in ((noor, "noor@xn--bcher-kva.example"), (twin, "amina@test.example.")):
        one.refresh_from_db()
        assert one.email == one.emailaddress_set.get().email == email
