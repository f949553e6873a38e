"""Product 37: the other picks, offers other times or says no; both see their own local time."""

from datetime import datetime

import pytest

import factories
from meetings.models import Meeting, Slot
from meetings.services import offering
from testing.making import in_days, proposed
from testing.meeting_pages import lives_in, mails, of, pick, says, slots, state
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    """Two times by the mentee wait for the mentor."""
    return proposed(pair, mentee, in_days(5), in_days(6))


@pytest.fixture
def here(pair, meeting):
    return of(pair, meeting)


def test_one_click_agrees_and_both_are_told_once(meeting, as_, mentor, mentee):
    page = pick(as_(mentor), meeting, slots(meeting)[1])

    assert "Agreed. We’ll email you both a calendar update." in page
    assert state(meeting) == ("agreed", slots(meeting)[1].starts_at, ["picked"])
    picked = Meeting.objects.get(pk=meeting.pk)
    assert (picked.ends_at - picked.starts_at).seconds == 3600
    assert [len(mails(who, "meeting_set")) for who in (mentor, mentee)] == [1, 1]


def test_both_see_their_own_time_and_the_other_s(clock, pair, as_, mentor, mentee):
    """Eight in Nairobi is eleven at night in Lincoln, the evening before."""
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor)
    meeting = proposed(pair, mentee, datetime(2027, 2, 10, 8, 0))
    nairobi = "Wednesday 10 February at 08:00 Nairobi; for Rosalind it’s Tue 9 Feb, 23:00 (Chicago)"
    chicago = "Tuesday 9 February at 23:00 Chicago; for Amina it’s Wed 10 Feb, 08:00 (Nairobi)"

    assert says(as_(mentee), of(pair, meeting), nairobi) == [nairobi]
    assert says(as_(mentor), of(pair, meeting), chicago) == [chicago]
    offering.pick(meeting, by=mentor, slot=slots(meeting)[0].pk)
    for who, said in ((mentee, nairobi), (mentor, chicago)):
        for page in (of(pair, meeting), of(pair), "/meetings/"):
            day = said.partition(" Nairobi")[0].partition(" Chicago")[0]
            assert says(as_(who), page, day, said.rpartition("; ")[2]) == [day, said.rpartition("; ")[2]]


def test_in_one_zone_the_time_stands_once(meeting, here, as_, mentor):
    assert "for Amina" not in main_text(as_(mentor).get(here))


def test_nobody_picks_from_their_own_offer(meeting, here, as_, mentee):
    assert 'name="slot"' not in as_(mentee).get(here).content.decode()
    page = pick(as_(mentee), meeting, slots(meeting)[0])

    assert "You offered these times, so" in page
    assert state(meeting) == ("proposed", None, ["open"])


@pytest.mark.parametrize("slot", ["", "0", "-1", "9" * 30, "x", "1\x00", None])
def test_an_odd_slot_changes_nothing(slot, meeting, as_, mentor):
    said = {} if slot is None else {"slot": slot}
    answer = as_(mentor).post(of(meeting.mentorship, meeting, "pick"), said)

    assert answer.status_code == 302
    assert state(meeting) == ("proposed", None, ["open"])


def test_a_slot_of_another_meeting_or_of_another_pair_is_not_on_offer(meeting, pair, as_, mentor):
    other = factories.pair(mentor, factories.member())
    strange = [
        slots(proposed(pair, pair.mentee, in_days(9)))[0],
        slots(proposed(other, other.mentee, in_days(9)))[0],
    ]

    for slot in strange:
        assert "no longer on offer" in pick(as_(mentor), meeting, slot)
    assert state(meeting) == ("proposed", None, ["open"])
    assert set(
        Slot.objects.filter(pk__in=[s.pk for s in strange]).values_list("offer__status", flat=True)
    ) == {"open"}


def test_a_time_that_has_passed_is_refused_and_said_to_have(clock, pair, as_, mentor, mentee):
    meeting = proposed(pair, mentee, in_days(1), in_days(6))
    clock.go(days=2)
    first, second = slots(meeting)

    assert says(as_(mentor), of(pair, meeting), "already past") == ["already past"]
    assert f'name="slot" value="{first.pk}"' not in as_(mentor).get(of(pair, meeting)).content.decode()
    assert "This one has passed" in pick(as_(mentor), meeting, first)
    assert state(meeting) == ("proposed", None, ["open"])
    pick(as_(mentor), meeting, second)
    assert state(meeting)[0] == "agreed"


def test_another_time_picked_meanwhile_stands(meeting, pair, as_, mentor):
    first, second = slots(meeting)
    pick(as_(mentor), meeting, first)

    assert "Another of these times has already been picked" in pick(as_(mentor), meeting, second)
    assert state(meeting) == ("agreed", first.starts_at, ["picked"])
    assert len(mails(mentor, "meeting_set")) == 1


def test_the_same_time_picked_twice_is_one_meeting(meeting, as_, mentor, mentee):
    for _ in range(2):
        assert "Agreed." in pick(as_(mentor), meeting, slots(meeting)[0])

    assert [len(mails(who, "meeting_set")) for who in (mentor, mentee)] == [1, 1]
