"""Product 24: how the worker goes about a proposal: once, again after a crash, without what was withdrawn meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching import wishes
from matching.assignment import deciding, proposing, solver
from matching.models import Proposal, ProposalState, ProposedMentor
from matching.tests.assignment_cast import fitting, waits

pytestmark = pytest.mark.django_db


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
