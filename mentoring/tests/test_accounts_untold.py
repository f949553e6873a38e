"""Signing up, signing in and resetting do not tell whether an account exists (P14, 6.3.8)."""

import re
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import Client

import factories
from mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+')
VARYING = {"Set-Cookie", "Expires", "X-Request-ID"}
KNOWN, UNKNOWN, SUSPENDED, UNPROVEN = (f"{who}@known.example" for who in ("aaaaa", "bbbbb", "ccccc", "ddddd"))
PASSWORD = "catalogue-of-seeds-17"
DOORS = {
    "sign up": (
        "/accounts/signup/",
        {"name": "Same Name", "password1": PASSWORD, "adult": "on", "terms": "on"},
    ),
    "sign in, wrong": ("/accounts/login/", {"password": "wrong-password-9"}),
    "code": ("/accounts/login/code/", {}),
    "reset": ("/accounts/password/reset/", {}),
}
FIELD = {"sign in, wrong": "login"}


@pytest.fixture(autouse=True)
def _people():
    factories.member(email=KNOWN)
    factories.member(email=SUSPENDED, is_active=False)
    unproven = factories.member(email=UNPROVEN)
    unproven.emailaddress_set.update(verified=False)


def knock(door, email):
    """Everything seen from outside: each answer on the way, cookies, mails, and password hashes made."""
    cache.clear()
    client, before = Client(), OutgoingMail.objects.count()
    url, data = DOORS[door]
    seen = []
    with patch.object(
        MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
    ) as hashed:
        answer = client.post(url, {FIELD.get(door, "email"): email, **data})
    seen.append(_plain(answer, email))
    while answer.status_code == 302:
        answer = client.get(answer.headers["Location"])
        seen.append(_plain(answer, email))
    return {
        "answers": seen,
        "cookies": sorted(client.cookies),
        "hashes": hashed.call_count,
        "mails": OutgoingMail.objects.count() - before,
    }


def _plain(answer, email):
    headers = {name: value for name, value in answer.items() if name not in VARYING}
    page = TOKEN.sub(rb"\1", answer.content).replace(email.encode(), b"")
    return answer.status_code, {n: v.replace(email, "") for n, v in headers.items()}, page


@pytest.mark.parametrize("email", (KNOWN, SUSPENDED, UNPROVEN))
@pytest.mark.parametrize("door", DOORS)
def test_no_door_tells_a_member_from_nobody(door, email):
    """P14: status, bytes, cookies, number of mails; password hashes where a password is given."""
    known, unknown = knock(door, email), knock(door, UNKNOWN)

    assert known["answers"] == unknown["answers"]
    assert {key: known[key] for key in ("cookies", "mails")} == {
        key: unknown[key] for key in ("cookies", "mails")
    }
    assert known["hashes"] == unknown["hashes"]


def test_every_door_is_really_passed():
    """The test above is no comparison of two refusals of the form."""
    found = {door: knock(door, UNKNOWN) for door in DOORS}

    assert {door: len(seen["answers"]) for door, seen in found.items()} == {
        "sign up": 2,
        "sign in, wrong": 1,
        "code": 2,
        "reset": 2,
    }
    assert [found[door]["mails"] for door in DOORS] == [1, 0, 1, 1]
    assert found["sign in, wrong"]["hashes"] >= 1


def test_the_mail_itself_goes_to_the_address_alone():
    """P14: what the two mails say differs; only the owner of the address reads it."""
    knock("reset", UNKNOWN)
    knock("reset", KNOWN)

    assert set(OutgoingMail.objects.values_list("address", flat=True)) == {KNOWN, UNKNOWN}


def test_guessing_stops_at_the_written_limit_and_stops_nobody_else(client):
    """P15: five wrong tries for one name within five minutes; the sixth is not even looked at."""
    for _try in range(5):
        client.post("/accounts/login/", {"login": KNOWN, "password": "wrong-password-9"})
    right = {"login": KNOWN, "password": "secret-enough"}

    assert client.post("/accounts/login/", right).status_code == 200
    other = factories.member()
    answer = Client().post("/accounts/login/", {"login": other.email, "password": "secret-enough"})
    assert answer.status_code == 302


def test_signing_in_rightly_is_not_counted():
    """P15."""
    for _try in range(8):
        answer = Client().post("/accounts/login/", {"login": KNOWN, "password": "secret-enough"})
        assert answer.status_code == 302
