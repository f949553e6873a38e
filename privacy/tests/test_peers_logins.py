"""What the logins can do with peers and resting: the worker all it has to, nobody else anything (P8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories import member
from matching import services as matching
from matching.models import MentorRequest
from mentorships.models import Mentorship, MentorshipKind
from mentorships.services import pause, resting
from peers.models import PeerProfile
from peers.services import look_for_peer
from privacy import account_closure, jobs
from privacy.models import AccountClosure
from profiles.models import Member
from reminders.services import sweep
from testing.logins import as_login, make, postgres, refused
from testing.mails import mails_to

pytestmark = pytest.mark.django_db
PEERS = MentorshipKind.PEERS


def looking(name):
    person = member(name=name)
    look_for_peer(person, about="Hello.")
    return person


def asked(one, other):
    return matching.send_request(mentee=one, mentor=other, focus="networking", message="Hi.", kind=PEERS)


@postgres
def test_the_worker_lapses_ends_and_rests_what_peers_have(db):
    one, two, three, four = (looking(name) for name in ("Ada", "Ben", "Cleo", "Dee"))
    pair = matching.accept_request(asked(one, two))
    pause(pair, by=one)
    long_ago = timezone.now() - timedelta(days=400)
    pair.changes.update(at=long_ago)
    late, out_of_reach = asked(three, one), asked(three, four)
    MentorRequest.objects.filter(pk=late.pk).update(
        sent_at=long_ago, remind_first_at=long_ago, remind_again_at=long_ago, expires_at=long_ago
    )
    Member.objects.filter(pk=four.pk).update(is_active=False)
    make()

    with as_login("worker"):
        done = sweep.run()

    assert None not in done.values(), done
    states = {request.pk: request.status for request in MentorRequest.objects.all()}
    assert (states[late.pk], states[out_of_reach.pk]) == ("expired", "declined")
    assert Mentorship.objects.get(pk=pair.pk).status == "resting"
    assert "mentorships/mentorship_rests" in mails_to(two)


@postgres
def test_the_worker_closes_the_account_of_a_peer(db):
    one, two, three = (looking(name) for name in ("Ada", "Ben", "Cleo"))
    pair = matching.accept_request(asked(one, two))
    resting.propose_rest(pair, by=one)
    sent = asked(three, one)
    account_closure.request_closure(one, leave_words=False)
    AccountClosure.objects.update(due_at=timezone.now())
    make()

    with as_login("worker"):
        done = jobs.run()

    assert done["accounts closed"] == 1
    pair.refresh_from_db()
    assert (pair.status, pair.rest_proposed_by) == ("ended", None)
    assert MentorRequest.objects.get(pk=sent.pk).status == "declined"
    assert set(PeerProfile.objects.values_list("member", flat=True)) == {two.pk, three.pk}


@postgres
@pytest.mark.parametrize(
    ("login", "statement"),
    [
        ("worker", "SELECT about FROM peers_peerprofile"),
        ("worker", "UPDATE peers_peerprofile SET looking = true"),
        (
            "worker",
            "INSERT INTO peers_peerprofile (member_id, about, looking, changed_at) VALUES (1, 'x', true, now())",
        ),
        ("worker", "UPDATE mentorships_mentorship SET kind = 'peers'"),
        ("worker", "UPDATE mentorships_mentorship SET mentor_id = 1"),
        ("worker", "SELECT author_id FROM mentorships_goal"),
        ("worker", "UPDATE matching_mentorrequest SET kind = 'peers'"),
        ("worker", "SELECT scheme FROM matching_mentorrequest"),
        ("worker", "UPDATE peers_peerprofile SET hidden_at = NULL"),
        ("staff", "UPDATE peers_peerprofile SET about = 'x'"),
        ("staff", "UPDATE peers_peerprofile SET looking = true"),
        ("staff", "DELETE FROM peers_peerprofile"),
        ("staff", "SELECT rest_proposed_by_id FROM mentorships_mentorship"),
        ("staff", "SELECT kind FROM matching_mentorrequest"),
        ("staff", "SELECT author_id FROM mentorships_goal"),
    ],
)
def test_the_others_read_and_change_nothing_of_peers(db, login, statement):
    make()
    with as_login(login):
        assert refused(statement)


@postgres
def test_the_worker_says_of_nobody_that_they_suggested_a_rest(db):
    """It takes a suggestion back when a mentorship moves on; made up, it would be words in somebody's mouth."""
    one, two = looking("Ada"), looking("Ben")
    matching.accept_request(asked(one, two))
    make()
    with as_login("worker"):
        assert refused(f"UPDATE mentorships_mentorship SET rest_proposed_by_id = {one.pk}")
        assert not refused("UPDATE mentorships_mentorship SET rest_proposed_by_id = NULL")
