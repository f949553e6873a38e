"""What the webhook answers, and what is kept of an event: the columns we know, once."""

import pytest
from django.db import OperationalError

from joining.models import EventState, MembershipEvent, RosterEntry
from joining.tests.webhooks import AMINA, post_event
from joining.webhook import applying

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
