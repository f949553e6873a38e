"""Product 24: whom the worker's proposal leaves over or lets wait, and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import member, mentor, pair
from matching import offers
from matching.assignment import deciding, proposing
from matching.models import LeftOver, Proposal, ProposedMentor, Suggestion, Wish
from matching.tests.assignment_cast import PUBLIC, fitting, proposed, waits
from mentorships.services.locking import Conflict

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"languages": ["fr"]}, "language"),
        ({"helps_with": ["confidence"], "taking_requests": False}, "area"),
        ({"taking_requests": False}, "full"),
    ],
)
def test_an_impossible_assignment_says_who_and_why(fields, reason):
    wish = waits()
    fitting(**fields)
    proposed()

    left_over = LeftOver.objects.get()
    assert (left_over.wish, left_over.reason) == (wish, reason)


def test_who_is_away_is_left_over_and_said_so():
    who = member(**PUBLIC, months_away=[*range(1, 13)])
    waits(who)
    fitting()

    assert proposed() == set()
    assert LeftOver.objects.get().reason == "away"


def test_a_block_reads_like_no_room():
    """Nothing in a proposal tells who keeps apart."""
    wish, one = waits(), fitting(capacity=1).member
    Block.objects.create(by=one, whom=wish.member)
    proposed()
    blocked = LeftOver.objects.get().reason
    Block.objects.all().delete()
    pair(one, member())
    proposed()

    assert LeftOver.objects.get().reason == blocked == "full"


def test_with_no_mentor_at_all_everybody_is_left_over():
    waits()

    assert proposed() == set()
    assert LeftOver.objects.count() == 1


def test_who_got_names_lately_does_not_wait():
    wish = waits()
    offers.suggest(wish, fitting().member)
    with pytest.raises(Conflict, match="Nobody is waiting"):
        deciding.ask_for_proposal()

    Suggestion.objects.update(made_at=timezone.now() - timedelta(days=15))
    deciding.ask_for_proposal()


def test_the_longest_waiting_come_first_when_they_are_too_many(monkeypatch):
    rows = [waits() for _one in range(3)]
    Wish.objects.filter(pk=rows[2].pk).update(asked_at="2020-01-01T00:00Z")
    mentor(languages=["en"], capacity=9)
    monkeypatch.setattr(proposing, "MEMBERS_AT_MOST", 2)
    proposed()

    assert rows[2].pk in ProposedMentor.objects.values_list("wish", flat=True)
    assert Proposal.objects.get().later == 1
