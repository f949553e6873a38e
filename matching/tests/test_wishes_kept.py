"""Product 25: no wish goes unheard, none outlives its use; late, twice, and side by side alike."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import member, mentor, pair
from mail.models import OutgoingMail
from matching import offers, wishes
from matching.models import MentorOffer, Wish
from mentoring.lib.programme import ProgrammeNumbers, numbers
from mentorships.services.locking import Conflict
from profiles import moderation
from profiles import services as people

WAIT = timedelta(days=ProgrammeNumbers.wish_days)


@pytest.fixture
def wish(mentee):
    return wishes.write_wish(mentee, what="binds seed packets.", focus="")


def later(**more):
    return timezone.now() + WAIT + timedelta(**more)


def kinds():
    return list(OutgoingMail.objects.values_list("kind", flat=True))


def test_after_fourteen_days_without_an_offer_its_writer_is_asked_once(wish, mentee):
    assert numbers().wish_days == 14
    assert wishes.follow_up_wishes(later(hours=-1)) == 0
    for _again in range(3):
        wishes.follow_up_wishes(later(days=30))

    letter = OutgoingMail.objects.get()
    assert (letter.kind, letter.to) == ("matching/wish_unheard", mentee)
    assert "/wishes/mine/" in letter.text
    assert "seed packets" not in letter.text + letter.html
    assert Wish.objects.get().status == "open"


@pytest.mark.parametrize("why", ("offered", "suspended", "with the coordinators"))
def test_otherwise_nobody_is_asked(why, wish, mentee, mentor):
    if why == "offered":
        offers.offer(wish, mentor)
    if why == "suspended":
        moderation.suspend(mentee)
    if why == "with the coordinators":
        Wish.objects.update(unheard_at=wish.made_at)
        wishes.hand_to_coordinators(mentee)

    assert wishes.unheard(later()) == 0
    assert "matching/wish_unheard" not in kinds()


def test_what_is_over_is_not_asked_about(wish, mentee, mentor):
    pair(mentor, mentee)
    wishes.follow_up_wishes(later())

    assert "matching/wish_unheard" not in kinds()


def test_a_suggestion_is_mailed_once_with_the_way_to_the_profile(wish, mentee, mentor):
    for _twice in range(2):
        offers.suggest(wish, mentor)
        wishes.follow_up_wishes()

    letter = OutgoingMail.objects.get()
    assert (letter.kind, letter.to) == ("matching/wish_suggested", mentee)
    assert f"/mentors/{mentor.code}/" in letter.text
    assert not OutgoingMail.objects.filter(to=mentor).exists()


@pytest.mark.parametrize("why", ("mentor blocks", "wisher blocks", "paused", "declined", "suspended"))
def test_a_suggestion_that_cannot_be_asked_is_not_mailed(why, wish, mentee, mentor):
    offers.suggest(wish, mentor)
    {
        "mentor blocks": lambda: Block.objects.create(by=mentor, whom=mentee),
        "wisher blocks": lambda: Block.objects.create(by=mentee, whom=mentor),
        "paused": lambda: people.pause(mentor.mentor_profile),
        "declined": lambda: offers.decline_offer(mentee, mentor.code),
        "suspended": lambda: moderation.suspend(mentee),
    }[why]()
    wishes.follow_up_wishes()

    assert "matching/wish_suggested" not in kinds()


def test_side_by_side_each_is_asked_and_told_once(at_once):
    busy = mentor().member
    for _one in range(3):
        offers.suggest(wishes.write_wish(member(), what="knows maps.", focus=""), busy)
    for _one in range(2):
        writer = member()
        wishes.write_wish(writer, what="knows the sea.", focus="")
        pair(mentor().member, writer)
    when = later()

    results = at_once([lambda: wishes.follow_up_wishes(when)] * 4)

    assert sum(results) == 3 + 3 + 2
    assert sorted(kinds()) == ["matching/wish_suggested"] * 3 + ["matching/wish_unheard"] * 3
    assert Wish.objects.count() == 3


@pytest.mark.parametrize("turn", range(4))
def test_offering_while_it_is_taken_back_leaves_nothing(turn, at_once):
    offering, writer = mentor().member, member()
    wish = wishes.write_wish(writer, what="knows maps.", focus="")

    results = at_once([lambda: offers.offer(wish, offering), lambda: wishes.take_back_wish(writer)])

    assert results[1] is True
    assert results[0] is None or isinstance(results[0], Conflict)
    assert not MentorOffer.objects.exists()


def test_two_clicks_are_one_wish(at_once):
    writer = member()
    results = at_once([lambda: wishes.write_wish(writer, what="knows maps.", focus="")] * 4)

    assert {wish.pk for wish in results} == {Wish.objects.get().pk}
