"""The demonstration has people who look for a peer, and one pair of peers."""

import pytest
from django.core.management import call_command

from demo.peers import GOALS, LOOKING
from mentorships.models import Goal, Mentorship
from peers.models import PeerProfile

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_once_and_again():
    for _turn in range(2):
        call_command("demo")
    assert PeerProfile.objects.filter(looking=True).count() == len(LOOKING)
    pair = Mentorship.objects.get(kind="peers")
    assert {goal.author for goal in Goal.objects.filter(mentorship=pair)} == {pair.mentor, pair.mentee}
    assert len(GOALS) == pair.goals.count()
