"""What is off, and what carries over to a meeting's agenda."""

import pytest

from meetings import listing, rules
from meetings.models import ItemKind
from meetings.services import keeping
from mentorships import services as life
from testing.making import agreed, in_days, line, proposed, put_back

pytestmark = pytest.mark.django_db


def test_a_meeting_ahead_is_off_once_it_is_called_off_or_its_pair_rests(pair, mentee):
    meeting = agreed(pair, mentee)
    assert not rules.is_off(mentee, meeting)

    life.pause(pair, by=mentee)
    assert rules.is_off(mentee, meeting)

    life.resume(pair, by=mentee)
    keeping.cancel(meeting, by=mentee)
    assert rules.is_off(mentee, meeting)


def test_one_that_is_over_is_not_off_whatever_becomes_of_the_pair(pair, mentee):
    meeting = put_back(agreed(pair, mentee), days=2)

    life.end(pair, by=mentee)

    assert not rules.is_off(mentee, meeting)


def test_open_actions_of_earlier_meetings_carry_over_and_points_do_not(pair, mentee):
    early, late = (agreed(pair, mentee, in_days(days)) for days in (3, 9))
    action = line(early, mentee, "Read the draft")
    line(early, mentee, "How are you?", kind=ItemKind.POINT)
    point = line(late, mentee, "What next?", kind=ItemKind.POINT)

    assert set(listing.agenda_items(late)) == {action, point}
    assert action in listing.agenda_items(early)
    assert point not in listing.agenda_items(early)


def test_nothing_carries_over_to_a_meeting_that_is_not_agreed(pair, mentee):
    line(agreed(pair, mentee, in_days(3)), mentee, "Read the draft")

    assert not listing.agenda_items(proposed(pair, mentee, in_days(9)))


def test_a_feed_holds_what_is_agreed_and_nothing_of_a_pair_that_rests(pair, mentee):
    meeting = agreed(pair, mentee)
    proposed(pair, mentee, in_days(9))
    assert [shown for shown, _seat in listing.of_feed(mentee, with_places=False)] == [meeting]

    life.pause(pair, by=mentee)

    assert list(listing.of_feed(mentee, with_places=False)) == []
