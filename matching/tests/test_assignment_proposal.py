"""Product 24: the worker's proposal keeps the hard limits and serves the worst off first."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import member, pair, request
from matching import offers, wishes
from matching.assignment import deciding
from matching.models import Proposal, ProposedMentor, Suggestion, Tier, Wish
from matching.tests.assignment_cast import MATTERS, PUBLIC, fitting, proposed, waits
from mentorships.models import Mentorship
from profiles.models import Member

pytestmark = pytest.mark.django_db


def before(wish, mentor_member):
    mentorship = pair(mentor_member, wish.member)
    Mentorship.objects.filter(pk=mentorship.pk).update(status="ended", ended_at=timezone.now())
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
    mentor_request = request(wish.member, boss, line_manager=True)
    type(mentor_request).objects.update(status="withdrawn")

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
