"""Product 24: the worker's proposal keeps the hard limits, serves the worst off first, and says who is left over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import member, mentor, pair, request
from matching import offers, wishes
from matching.assignment import deciding, proposing, solver
from matching.models import LeftOver, Proposal, ProposalState, ProposedMentor, Suggestion, Tier, Wish
from matching.tests.assignment_cast import MATTERS, PUBLIC, fitting, waits
from mentorships.models import Mentorship
from mentorships.services.locking import Conflict
from profiles.models import Member

pytestmark = pytest.mark.django_db


def proposed():
    """{(member's name, mentor's name)} of a fresh proposal."""
    Proposal.objects.all().delete()
    deciding.ask_for_proposal()
    assert proposing.compute_proposals() == 1
    rows = ProposedMentor.objects.values_list("wish__member__name", "mentor__name")
    return set(rows)


def before(wish, mentor_member):
    row = pair(mentor_member, wish.member)
    Mentorship.objects.filter(pk=row.pk).update(status="ended", ended_at=timezone.now())
    Wish.objects.filter(pk=wish.pk).update(made_at=timezone.now() + timedelta(minutes=1))


LIMITS = {
    "blocked by the mentor": lambda wish, one: Block.objects.create(by=one, whom=wish.member),
    "blocked by the member": lambda wish, one: Block.objects.create(by=wish.member, whom=one),
    "a pair before": before,
    "asked already": lambda wish, one: request(wish.member, one),
    "has offered already": lambda wish, one: offers.offer(wish, one),
    "full": lambda wish, one: [pair(one, member()) for _place in range(2)],
    "every place asked for": lambda wish, one: [request(member(), one) for _place in range(2)],
    "away": lambda wish, one: Member.objects.filter(pk=one.pk).update(months_away=[*range(1, 13)]),
    "of the same employer": lambda wish, one: [
        Member.objects.filter(pk__in=[one.pk, wish.member_id]).update(employer="City Library"),
        wishes.ask_coordinators(wish.member, what="knows maps.", focus="leadership", other_employer=True),
    ],
}


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_hard_limits(limit):
    wish, one, other = waits(), fitting(name="One").member, fitting(name="Other").member
    limit(wish, one)

    assert {name for _member, name in proposed()} == {other.name}


def test_the_line_manager_that_was_named_in_a_request_is_out_for_good():
    wish, boss = waits(), fitting().member
    row = request(wish.member, boss, line_manager=True)
    type(row).objects.update(status="withdrawn")

    assert proposed() == set()


def test_the_worst_off_come_first():
    """Both in the second tier rather than one in the first and one in the fourth."""
    one, two = waits(member(**PUBLIC, name="One"), **MATTERS), waits(member(**PUBLIC, name="Two"), **MATTERS)
    for wish, formats in ((one, ["video"]), (two, ["phone"])):
        wishes.ask_coordinators(wish.member, what="x", focus="leadership", **(MATTERS | {"formats": formats}))
    fitting(name="A", capacity=1, formats=["video"])
    fitting(name="B", capacity=1, formats=["chat"])

    assert proposed() in ({("One", "A"), ("Two", "B")}, {("One", "B"), ("Two", "A")})
    tiers = ProposedMentor.objects.values_list("tier", flat=True)
    assert max(tiers) == Tier.ALL_BUT_ONE


def test_nobody_is_named_more_often_than_they_have_room():
    for _one in range(5):
        waits()
    fitting(name="Two places", capacity=2)
    fitting(name="Three places", capacity=3)
    proposed()

    for name, places in (("Two places", 2), ("Three places", 3)):
        assert ProposedMentor.objects.filter(mentor__name=name).count() == places
    assert ProposedMentor.objects.filter(rank=1).count() == 5


def test_up_to_three_names_the_best_first():
    waits(**MATTERS)
    fitting(name="Second", formats=["phone"])
    fitting(name="First")
    for _more in range(3):
        fitting(formats=["phone"], library_type="law")
    proposed()

    names = list(ProposedMentor.objects.order_by("rank").values_list("mentor__name", "tier"))
    assert names[:2] == [("First", 1), ("Second", 2)]
    assert len(names) == 3


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

    row = LeftOver.objects.get()
    assert (row.wish, row.reason) == (wish, reason)


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


def test_one_worker_of_two_works_it_out():
    waits()
    deciding.ask_for_proposal()
    now = timezone.now()

    assert [proposing._compute(Proposal.objects.get().pk, now=now) for _twice in range(2)] == [True, False]


def test_a_claim_that_was_left_behind_comes_back():
    waits()
    deciding.ask_for_proposal()
    Proposal.objects.update(state="computing", claimed_at=timezone.now() - timedelta(minutes=16))

    assert proposing.compute_proposals() == 1


def test_what_was_discarded_meanwhile_is_not_stored():
    wish = waits()
    fitting()
    deciding.ask_for_proposal()
    pk, now = Proposal.objects.get().pk, timezone.now()
    Proposal.objects.update(state="computing", claimed_at=now)
    found = proposing.propose(pk, now=now)
    deciding.discard(pk)

    assert proposing.store(pk, *found, claimed_at=now) is False
    assert not ProposedMentor.objects.filter(wish=wish).exists()


def test_a_wish_that_was_taken_back_meanwhile_is_left_out():
    wish, other = waits(), waits()
    fitting()
    deciding.ask_for_proposal()
    pk, now = Proposal.objects.get().pk, timezone.now()
    Proposal.objects.update(state="computing", claimed_at=now)
    found = proposing.propose(pk, now=now)
    wishes.take_back_from_coordinators(wish.member)

    assert proposing.store(pk, *found, claimed_at=now)
    assert set(ProposedMentor.objects.values_list("wish", flat=True)) == {other.pk}


@pytest.mark.parametrize(("waiting", "state"), [(3, ProposalState.READY), (4, ProposalState.FAILED)])
def test_without_scipy_a_greedy_serves_a_few_and_more_are_refused(waiting, state, monkeypatch):
    monkeypatch.setattr(solver, "np", None)
    monkeypatch.setattr(solver, "GREEDY_AT_MOST", 3)
    for _one in range(waiting):
        waits()
    fitting(capacity=9)
    deciding.ask_for_proposal()
    proposing.compute_proposals()

    assert Proposal.objects.get().state == state
    assert ProposedMentor.objects.count() == (waiting if state == ProposalState.READY else 0)


def test_a_failure_is_said_and_can_be_tried_again(monkeypatch):
    waits()
    fitting()
    deciding.ask_for_proposal()
    with monkeypatch.context() as patch:
        patch.setattr(solver, "assign", lambda *_args: 1 / 0)
        assert proposing.compute_proposals() == 0
    assert Proposal.objects.get().state == ProposalState.FAILED

    deciding.ask_for_proposal()
    assert proposing.compute_proposals() == 1


def test_the_longest_waiting_come_first_when_they_are_too_many(monkeypatch):
    rows = [waits() for _one in range(3)]
    Wish.objects.filter(pk=rows[2].pk).update(asked_at="2020-01-01T00:00Z")
    mentor(languages=["en"], capacity=9)
    monkeypatch.setattr(proposing, "MEMBERS_AT_MOST", 2)
    proposed()

    assert rows[2].pk in ProposedMentor.objects.values_list("wish", flat=True)
    assert Proposal.objects.get().later == 1


def test_a_block_made_later_keeps_the_name_from_the_member():
    wish, one = waits(), fitting().member
    proposed()
    deciding.send_names(Proposal.objects.get().pk)
    Block.objects.create(by=one, whom=wish.member)

    assert list(offers.thought_of(wish)) == []
    assert wishes.tell_of_suggestions() == 0


def test_a_mentor_of_before_picked_by_hand_is_not_shown_to_the_member():
    """Not before unless both wish it; the coordinator cannot know."""
    wish, one, other = waits(), fitting().member, fitting().member
    before(wish, one)
    offers.suggest(wish, one)
    assert not offers.waiting_for(wish.member)
    offers.suggest(wish, other)

    assert [profile for profile, _suggested, _declined in offers.thought_of(wish)] == [
        other.mentor_profile.pk
    ]
    assert wishes.tell_of_suggestions() == 1
    assert Suggestion.objects.get(told_at=None).mentor == one
