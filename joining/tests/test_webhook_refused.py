"""What the webhook refuses, in words that repeat nothing of it."""

import json

import pytest

from joining.models import MembershipEvent
from joining.tests.webhooks import AMINA, post_body, post_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("webhook")]


@pytest.mark.parametrize(
    "body, why",
    [
        (b"", "JSON"),
        (b"\xff", "JSON"),
        (b"[1]", "JSON object"),
        (b'{"type": NaN}', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"9" * 5000, "JSON"),
        (b'{"data": {}}', "type"),
        (b'{"type": ["member.joined"], "data": {}}', "type"),
        (b'{"type": "member.joined"}', "data"),
        (b'{"type": "member.joined", "data": []}', "data"),
        (b'{"type": "member.joined", "data": {}}', "membership number"),
    ],
)
def test_what_is_no_event_is_refused_in_words(body, why, client):
    answer = post_body(client, body)

    assert answer.status_code == 400 and why in answer.json()["why"]


@pytest.mark.parametrize(
    "change, why",
    [
        ({"Email": "zoe at library"}, "can't be read: email"),
        ({"Email": "z" * 300 + "@library.example"}, "can't be read: email"),
        ({"Full Name": "Visit www.zoe.example"}, "can't be read: name"),
        ({"Full Name": ["Zoe"]}, "expected a text: full_name"),
        ({"Full Name": "Zoe\x00"}, "expected a text: full_name"),
        ({"Member Number": 1.5}, "expected a text: external_id"),
        ({"Paid Through": "zoe"}, "can't be read: paid_through"),
        ({"Paid Through": "03/04/2031"}, "can't be read: paid_through"),
        ({f"zoe{n}": n for n in range(97)}, "more than 99 fields"),
    ],
)
def test_what_is_wrong_is_named_and_never_repeated(change, why, client, caplog):
    answer = post_event(client, "joined", AMINA | change)

    assert answer.status_code == 400 and why in answer.json()["why"]
    assert "zoe" not in (answer.content.decode() + caplog.text).lower()
    assert not MembershipEvent.objects.exists()


@pytest.mark.parametrize(
    "at", ["yesterday", "2027-13-01T00:00:00Z", "0001-01-01T00:00:00+23:00", "2999-01-01T00:00:00Z"]
)
def test_a_moment_that_cannot_be_is_refused(at, client):
    assert post_event(client, "joined", AMINA, at=at).status_code == 400


@pytest.mark.parametrize("at", [5, [], {}, True])
def test_a_moment_of_another_type_is_refused(at, client):
    body = json.dumps({"type": "member.joined", "timestamp": at, "data": AMINA}).encode()

    assert post_body(client, body).status_code == 400


@pytest.mark.parametrize("size", [262_145, 2_600_000])
def test_what_is_too_large_is_refused(size, client):
    assert post_body(client, b" " * size).status_code == 413
