"""Product 37: other times take the place of those on offer, a no is a no, and what was agreed stands until then."""

import pytest

from meetings.models import TimesOffer
from meetings.services import keeping
from mentorships import services as life
from testing.making import agreed, in_days, proposed
from testing.meeting_pages import mails, of, only_times, pick, says, slots, state
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    """Two times by the mentee wait for the mentor."""
    return proposed(pair, mentee, in_days(5), in_days(6))


@pytest.fixture
def here(pair, meeting):
    return of(pair, meeting)


@pytest.mark.parametrize("by", ["mentor", "mentee"], ids=["declined", "withdrawn"])
def test_after_a_no_or_a_withdrawal_there_is_nothing_to_pick(by, meeting, pair, as_, mentor, request):
    who = request.getfixturevalue(by)
    slot = slots(meeting)[0]
    as_(who).post(of(pair, meeting, "close"))
    status = {"mentor": "declined", "mentee": "withdrawn"}[by]
    assert state(meeting) == ("off", None, [status])

    assert "changed since you opened the page" in pick(as_(mentor), meeting, slot)
    assert state(meeting) == ("off", None, [status])
    [outgoing] = mails(pair.partner_of(who), "times_closed")
    assert (
        outgoing.subject
        == {
            "mentor": "None of the times you offered suit",
            "mentee": "The times you were offered have been withdrawn",
        }[by]
    )
    assert says(as_(mentor), of(pair, meeting), "You can offer other times whenever you like") == [
        "You can offer other times whenever you like"
    ]


def test_to_close_twice_is_to_close_once(meeting, pair, as_, mentor, mentee):
    for _ in range(2):
        as_(mentor).post(of(pair, meeting, "close"))

    assert len(mails(mentee, "times_closed")) == 1


def test_other_times_take_the_place_of_those_on_offer(meeting, pair, here, as_, mentor, mentee):
    old = slots(meeting)[0]
    page = as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(8)), follow=True)
    assert "We’ll email Amina, who can pick one." in main_text(page)

    assert state(meeting) == ("proposed", None, ["replaced", "open"])
    assert "no longer on offer" in pick(as_(mentor), meeting, old)
    assert "You offered these times, so" in pick(as_(mentor), meeting, slots(meeting)[-1])
    assert "Agreed." in pick(as_(mentee), meeting, slots(meeting)[-1])
    assert len(mails(mentee, "times_offered")) == 1


def test_other_times_offered_twice_with_a_double_click_are_one_offer(meeting, pair, as_, mentor, mentee):
    for _ in range(2):
        as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(8)))

    assert len(mails(mentee, "times_offered")) == 1
    assert state(meeting)[2] == ["replaced", "open"]


def test_times_that_cannot_be_are_refused_with_what_was_typed(meeting, pair, as_, mentor):
    answer = as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(8), in_days(-8)))

    page = answer.content.decode()
    assert "Choose a future time" in page and f"{in_days(8):%Y-%m-%dT%H:%M}" in page
    assert state(meeting)[2] == ["open"]


def test_what_was_agreed_stands_while_a_move_is_on_offer(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    start = meeting.starts_at
    as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(9)))
    assert state(meeting) == ("agreed", start, ["picked", "open"])
    assert says(as_(mentee), of(pair, meeting), "Rosalind would like to move this meeting")
    assert "move" in mails(mentee, "times_offered")[-1].subject

    as_(mentee).post(of(pair, meeting, "close"))  # none of them
    assert state(meeting) == ("agreed", start, ["picked", "declined"])
    assert "Your meeting stays on" in mails(mentor, "times_closed")[0].text


def test_a_move_that_is_picked_moves_it_and_both_are_told(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(9)))
    new = slots(meeting)[-1]
    pick(as_(mentee), meeting, new)

    assert state(meeting) == ("agreed", new.starts_at, ["picked", "picked"])
    assert [mails(who, "meeting_set")[-1].subject[:22] for who in (mentor, mentee)] == [
        "Your meeting has moved"
    ] * 2
    old = slots(meeting)[0]
    assert "Another of these times" in pick(as_(mentor), meeting, old)


def test_what_is_agreed_is_moved_by_naming_times_and_not_by_asking(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    answer = as_(mentor).post(of(pair, meeting, "offer"), {"you_choose": "1"})

    assert "Offer at least one time" in main_text(answer)
    assert state(meeting)[2] == ["picked"]


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
@pytest.mark.parametrize("page", ["pick", "close", "offer"])
def test_while_the_pair_does_not_go_on_nothing_moves(verb, page, meeting, pair, as_, mentor, mentee):
    verb(pair, by=mentee)
    data = {"slot": slots(meeting)[0].pk} | only_times(in_days(8))
    answer = as_(mentor).post(of(pair, meeting, page), data, follow=True)

    assert {life.pause: "It’s paused at the moment", life.end: "has ended"}[verb] in main_text(answer)
    assert state(meeting) == ("proposed", None, ["open"])
    if page == "offer":
        assert f"{in_days(8):%Y-%m-%dT%H:%M}" in answer.content.decode()


def test_called_off_while_a_move_was_on_offer_nothing_is_left_to_pick(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(9)))
    keeping.cancel(meeting, by=mentor)

    assert "changed since you opened the page" in pick(as_(mentee), meeting, slots(meeting)[-1])
    assert state(meeting)[0] == "cancelled"
    assert not TimesOffer.objects.filter(status="open").exists()
