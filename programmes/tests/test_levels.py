"""Product 49: what coordinators see is stated before joining, and fixed for those who joined."""

import pytest

import factories
from programmes import levels, staff
from programmes.models import Sees, VisibleEnrolment, VisiblePair, VisibleTick
from programmes.services.joining import leave
from programmes.services.pairing import mark_done, mark_open
from programmes.tests.conftest import paired
from testing.programmes import enrol, make, milestone

pytestmark = pytest.mark.django_db


def change(programme, sees):
    was, programme.sees = programme.sees, sees
    programme.save()
    return staff.change_level(programme, was=was)


def seen():
    return [model.objects.count() for model in (VisibleEnrolment, VisiblePair, VisibleTick)]


@pytest.mark.parametrize(
    ("sees", "rows"),
    [
        (Sees.NUMBERS, [0, 0, 0]),
        (Sees.MEMBERS, [2, 0, 0]),
        (Sees.PAIRS, [2, 1, 0]),
        (Sees.MILESTONES, [2, 1, 1]),
    ],
)
def test_each_level_shows_just_what_it_says(sees, rows, mentor, mentee):
    programme = make(sees=sees)
    mark_done(paired(programme, mentee, mentor), milestone(programme), by=mentor)

    assert seen() == rows


def test_more_holds_for_those_who_join_later(mentor, mentee):
    programme = make(sees=Sees.MEMBERS)
    mine = enrol(programme, mentee)

    change(programme, Sees.MILESTONES)

    assert levels.level_of(mine) == Sees.MEMBERS
    assert levels.level_of(enrol(programme, mentor, part="mentor")) == Sees.MILESTONES


def test_a_pair_is_shown_only_if_both_agreed(mentor, mentee):
    programme = make(sees=Sees.MEMBERS)
    enrol(programme, mentee)
    change(programme, Sees.MILESTONES)

    pairing = paired(programme, mentee, mentor)
    mark_done(pairing, milestone(programme), by=mentee)

    assert seen() == [2, 0, 0]


@pytest.mark.parametrize(
    ("sees", "rows"), [(Sees.PAIRS, [2, 1, 0]), (Sees.MEMBERS, [2, 0, 0]), (Sees.NUMBERS, [0, 0, 0])]
)
def test_less_holds_for_all_at_once(sees, rows, programme, pairing):
    mark_done(pairing, milestone(programme), by=pairing.mentorship.mentee)

    change(programme, sees)

    assert seen() == rows


def test_what_was_taken_away_does_not_come_back_with_more(programme, pairing):
    change(programme, Sees.NUMBERS)
    change(programme, Sees.MILESTONES)

    mark_done(pairing, milestone(programme), by=pairing.mentorship.mentee)

    assert seen() == [0, 0, 0]
    assert levels.level_of_pairing(pairing) == Sees.NUMBERS


def test_whoever_leaves_is_seen_no_more_nor_their_pair(programme, pairing):
    mark_done(pairing, milestone(programme), by=pairing.mentorship.mentee)

    leave(programme, pairing.mentorship.mentee)
    mark_done(pairing, milestone(programme, title="Webinar"), by=pairing.mentorship.mentor)

    assert seen() == [1, 0, 0]
    pairing.refresh_from_db()
    assert levels.level_of_pairing(pairing) == Sees.NUMBERS  # as the page of the two says


def test_whoever_joins_again_does_not_bring_the_old_pair_back(programme, pairing):
    leave(programme, pairing.mentorship.mentee)
    enrol(programme, pairing.mentorship.mentee)

    mark_done(pairing, milestone(programme), by=pairing.mentorship.mentor)

    assert seen() == [2, 0, 0]


def test_what_is_not_done_after_all_is_not_seen(programme, pairing):
    kick_off = milestone(programme)
    mark_done(pairing, kick_off, by=pairing.mentorship.mentee)
    mark_done(pairing, kick_off, by=pairing.mentorship.mentor)
    mark_open(pairing, kick_off, by=pairing.mentorship.mentor)

    assert seen() == [2, 1, 0] and not pairing.ticks.exists()


def test_another_programme_is_not_touched(programme, pairing):
    other = make(name="Another")
    enrol(other, factories.member())

    change(programme, Sees.NUMBERS)

    assert seen() == [1, 0, 0]
