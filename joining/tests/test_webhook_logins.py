"""Each process does its part of an event with its own login of the database."""

import pytest
from django.db import DatabaseError, connection, transaction

from joining import clashes
from joining.models import ClashAnswer, EventState, MembershipEvent, RosterEntry
from joining.privacy import forget_events
from joining.tests.webhooks import AMINA, post_event
from joining.webhook import applying
from profiles.models import MentorProfile
from testing.logins import as_login, make, refused

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
    pytest.mark.usefixtures("webhook", "db"),
]


@pytest.fixture
def told(client):
    """told(kind, data): posted with the login of the member site, taken in with the worker's."""

    def tell(kind, data):
        with as_login("member"):
            assert post_event(client, kind, data).status_code == 202
        with as_login("worker"):
            applying.work_on_events()
        return MembershipEvent.objects.latest("pk")

    return tell


def test_an_event_goes_all_the_way(told, mentor):
    make()
    told("joined", {"id": 7, "name": mentor.name, "email": mentor.email})
    told("joined", {"id": 8, "name": mentor.name, "email": "other@library.example"})
    told("merged", {"id": 8, "former_ids": [7]})
    told("lapsed", {"id": 8})

    entry = RosterEntry.objects.get()
    assert (entry.member, entry.former_ids, entry.state) == (mentor, ["7"], "lapsed")
    assert not MentorProfile.objects.get(member=mentor).listed


def test_a_question_is_answered_with_the_login_of_the_staff_site(told, coordinator):
    make()
    told("joined", AMINA)
    event = told("joined", {"id": 8, "name": "Tomás Rivera", "email": AMINA["Email"]})

    with as_login("staff"):
        clashes.keep_answer(event.clash, same=True, by=coordinator)
        MembershipEvent.objects.filter(pk=event.pk).update(state=EventState.DISCARDED, data={}, text="")
        clashes.look_again_at_events()
        assert refused("UPDATE joining_membershipevent SET webhook_id = 'x'")
    assert ClashAnswer.objects.get().same


def test_the_staff_site_empties_events_and_writes_none(told):
    make()
    told("changed", AMINA | {"Status": "Emeritus"})
    with as_login("staff"):
        assert refused("INSERT INTO joining_membershipevent (webhook_id) VALUES ('x')")
        with pytest.raises(DatabaseError), transaction.atomic():
            MembershipEvent.objects.update(data={"email": "thief@test.example"})


def test_the_worker_forgets_them(told):
    from datetime import timedelta

    from django.utils import timezone

    make()
    told("joined", AMINA)
    with as_login("worker"):
        assert forget_events(timezone.now() + timedelta(days=31), timedelta(days=30)) == 1
