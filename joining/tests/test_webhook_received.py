"""What the webhook answers, and what is kept of an event: the columns we know, once."""

import json
import string

import pytest
from django.db import OperationalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from joining.models import EventState, MembershipEvent, RosterEntry
from joining.tests.webhooks import AMINA, post_body, post_event
from joining.webhook import applying
from joining.webhook.events import BadEvent, NotUsed, read_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("webhook")]
NOTHING = {"received": True}


def test_an_event_is_kept_for_the_worker(client):
    answer = post_event(client, "joined", AMINA)

    assert (answer.status_code, answer.json()) == (202, NOTHING)
    assert MembershipEvent.objects.get().state == EventState.RECEIVED
    assert not RosterEntry.objects.exists()


def test_what_nobody_asked_for_is_not_kept(client):
    post_event(
        client, "joined", AMINA | {"Password": "s3cret", "Birthday": "1980-01-01", "Notes": {"a": [1]}}
    )

    kept = MembershipEvent.objects.get().data
    assert kept["external_id"] == "7" and kept["name"] == "Amina Otieno"
    assert "s3cret" not in str(kept) and "1980" not in str(kept)


def test_once_done_it_holds_nothing(tell):
    event = tell("joined", AMINA)

    assert (event.state, event.data, event.text) == (EventState.DONE, {}, "")


def test_the_same_event_again_changes_nothing(client):
    post_event(client, "joined", AMINA, webhook_id="msg_one")
    applying.work_on_events()
    again = post_event(client, "joined", AMINA | {"Full Name": "Somebody Else"}, webhook_id="msg_one")
    applying.work_on_events()

    assert again.status_code == 200
    assert RosterEntry.objects.get().name == "Amina Otieno"


def test_the_same_event_many_times_at_once_is_kept_once(at_once, webhook):
    from django.test import Client

    answers = at_once([lambda: post_event(Client(), "joined", AMINA, webhook_id="msg_one").status_code] * 4)

    assert sorted(answers) == [200, 200, 200, 202]
    assert MembershipEvent.objects.count() == 1


def test_the_worker_twice_at_once_takes_an_event_in_once(at_once, webhook):
    from django.test import Client

    post_event(Client(), "joined", AMINA)

    assert sum(at_once([applying.work_on_events] * 3)) == 1
    assert RosterEntry.objects.count() == 1


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


def test_a_hundred_and_fifty_kilobytes_of_notes_are_passed_over(client):
    assert post_event(client, "joined", AMINA | {"Notes": "x" * 150_000}).status_code == 202


@pytest.mark.parametrize("kind, data", [("deleted", AMINA), ("joined", AMINA | {"Test": True})])
def test_what_is_none_of_ours_is_answered_well_and_not_kept(kind, data, client):
    answer = post_event(client, kind, data)

    assert (answer.status_code, answer.json()["received"]) == (200, False)
    assert not MembershipEvent.objects.exists()


def test_with_the_database_away_it_is_to_be_brought_again(client, monkeypatch):
    def away(**_values):
        raise OperationalError

    monkeypatch.setattr(MembershipEvent.objects, "create", away)

    assert post_event(client, "joined", AMINA).status_code == 503


def test_one_statement_is_enough(client, django_assert_num_queries):
    post_event(client, "joined", AMINA)
    with django_assert_num_queries(3):  # with the savepoint of the test
        post_event(client, "joined", AMINA)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
HEADINGS = st.sampled_from(
    ["email", "name", "id", "status", "former_ids", "merged_into", "paid through", "test"]
)
DATA = st.dictionaries(HEADINGS | st.text(string.printable), VALUES, max_size=8)
TYPES = st.sampled_from(["member.joined", "member.merged", "member.lapsed"]) | VALUES


@pytest.mark.any_database
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({}, optional={"type": TYPES, "timestamp": VALUES, "data": DATA | VALUES}))
def test_whatever_is_in_it_an_event_is_read_or_refused(event):
    from django.utils import timezone

    now = timezone.now()
    try:
        read = read_event(json.dumps(event).encode(), sent_at=now)
    except (BadEvent, NotUsed):
        return
    json.dumps(read.data).encode()
    assert "\x00" not in str(read.data)
    assert set(read.data) == set(KNOWN)


KNOWN = (
    *("external_id", "email", "name", "preferred_name", "job_title", "employer", "city", "region", "country"),
    *("language", "state", "paid_through", "former_ids"),
)
