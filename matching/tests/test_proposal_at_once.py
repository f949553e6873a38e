"""Two at the same moment: who asks, who sends, who takes back while names are sent (needs real transactions)."""

import pytest

from matching import wishes
from matching.assignment import deciding, proposing
from matching.models import Proposal, Suggestion
from matching.tests.assignment_cast import fitting, waits
from mentorships.services.locking import Conflict

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ready(committed):
    rows = [waits() for _one in range(3)]
    fitting(capacity=9)
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    return rows


def refusals(results):
    return sum(isinstance(result, Conflict) for result in results)


def test_two_who_ask_get_one_proposal(at_once):
    waits()

    assert refusals(at_once([deciding.ask_for_proposal] * 2)) == 1
    assert Proposal.objects.count() == 1


def test_two_workers_compute_once(at_once):
    waits()
    fitting()
    deciding.ask_for_proposal()

    assert sorted(at_once([proposing.compute_proposals] * 2)) == [0, 1]


@pytest.mark.parametrize("other", (deciding.send_names, deciding.discard))
def test_one_of_two_decides(other, ready, at_once):
    pk = Proposal.objects.get().pk
    results = at_once([lambda: deciding.send_names(pk), lambda: other(pk)])

    assert refusals(results) == 1
    assert Suggestion.objects.count() in ((3,) if other is deciding.send_names else (0, 3))
    assert not Proposal.objects.exists()


def test_a_post_taken_down_while_names_are_sent_leaves_the_others(ready, at_once):
    pk, gone = Proposal.objects.get().pk, ready[0]
    sent, _down = at_once([lambda: deciding.send_names(pk), lambda: wishes.take_back_wish(gone.member)])

    assert isinstance(sent, deciding.Sent), sent
    assert set(Suggestion.objects.values_list("wish", flat=True)) == {proposal.pk for proposal in ready[1:]}
