"""Product 40: actions are carried to the next meeting until they are done, or go into a goal."""

import pytest
from django.test import Client

import factories
from meetings.models import ItemKind
from meetings.services import keeping
from mentorships.models import Step
from mentorships.services import goals
from testing.making import agreed, goal_of, in_days, line, rhythm
from testing.meeting_pages import of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


def carried(client, pair, meeting):
    """The part of the page that shows what is open from before."""
    page = main_text(client.get(of(pair, meeting)))
    return page.partition("Still to do from last time")[2]


def test_an_action_shows_at_every_later_meeting_until_it_is_done(pair, as_, mentor, mentee):
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    first, second, third = run.meetings.order_by("starts_at")[:3]
    for meeting in (first, second, third):
        meeting.mentorship = pair
    item = line(second, mentor, "Ask the botanist")

    assert "Ask the botanist" in carried(as_(mentee), pair, third)
    assert "Ask the botanist" not in carried(as_(mentee), pair, first)
    as_(mentee).post(of(pair, third, "items", item, "tick"), {"done": "yes"})
    assert "Ask the botanist" not in main_text(as_(mentee).get(of(pair, third)))
    assert "Ask the botanist" in main_text(as_(mentee).get(of(pair, second)))


def test_the_next_meeting_is_the_next_by_date_whichever_was_made_first(pair, as_, mentor, mentee):
    """A rhythm's meetings are made long ahead; one that is agreed later comes in between."""
    later = agreed(pair, mentee, in_days(9))
    sooner = agreed(pair, mentee, in_days(2))
    line(sooner, mentor, "Said first")
    line(later, mentor, "Said last")

    assert "Said first" in carried(as_(mentee), pair, later)
    assert "Said last" not in carried(as_(mentee), pair, sooner)


def test_points_are_not_carried(pair, as_, mentor, mentee):
    sooner, later = agreed(pair, mentee, in_days(2)), agreed(pair, mentee, in_days(9))
    line(sooner, mentor, "The seed packets", ItemKind.POINT)

    assert "The seed packets" not in main_text(as_(mentee).get(of(pair, later)))


def test_an_action_of_a_meeting_called_off_is_carried_still(pair, as_, mentor, mentee):
    sooner, later = agreed(pair, mentee, in_days(2)), agreed(pair, mentee, in_days(9))
    line(sooner, mentor, "Ask the botanist")
    keeping.cancel(sooner, by=mentor)

    assert "Ask the botanist" in carried(as_(mentee), pair, later)


def test_an_action_becomes_a_step_of_the_mentee_s_goal(pair, meeting, as_, mentee, mentor):
    goal, item = goal_of(pair), line(meeting, mentor, "Ask the botanist")
    assert "Add to a goal" in main_text(as_(mentee).get(of(pair, meeting)))
    answer = as_(mentee).post(of(pair, meeting, "items", item, "goal"), {"goal": goal.code}, follow=True)

    assert "Ask the botanist" in main_text(answer)
    item.refresh_from_db()
    assert item.step == goal.steps.get() and item.done_at
    assert says(as_(mentor), of(pair, meeting), "; added to a goal") != []


def test_one_carried_from_before_does_too(pair, as_, mentee, mentor):
    goal_of(pair)
    sooner, later = agreed(pair, mentee, in_days(2)), agreed(pair, mentee, in_days(9))
    line(sooner, mentor, "Ask the botanist")

    assert "Add to a goal" in main_text(as_(mentee).get(of(pair, later)))


def test_twice_it_is_one_step(pair, meeting, as_, mentee, mentor):
    goal, item = goal_of(pair), line(meeting, mentor, "Ask the botanist")
    for _ in range(2):
        as_(mentee).post(of(pair, meeting, "items", item, "goal"), {"goal": goal.code})

    second = goals.add_goal(pair, by=mentee, title="Another", why="", readings="", due_on=None)
    as_(mentee).post(of(pair, meeting, "items", item, "goal"), {"goal": second.code})

    assert Step.objects.get().goal == goal


def test_at_the_same_instant_it_is_one_step(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    meeting, goal = agreed(pair, pair.mentee), goal_of(pair)
    item = line(meeting, pair.mentor, "Ask the botanist")

    def click():
        client = Client()
        client.force_login(pair.mentee)
        return client.post(of(pair, meeting, "items", item, "goal"), {"goal": goal.code}).status_code

    assert at_once([click] * 3) == [302] * 3
    assert Step.objects.count() == 1


def test_goals_are_the_mentee_s_own(pair, meeting, as_, mentor):
    goal, item = goal_of(pair), line(meeting, mentor, "Ask the botanist")
    assert "Add to a goal" not in main_text(as_(mentor).get(of(pair, meeting)))
    answer = as_(mentor).post(of(pair, meeting, "items", item, "goal"), {"goal": goal.code}, follow=True)

    assert "Only the person who set a goal can change it." in main_text(answer)
    assert not Step.objects.exists()


@pytest.mark.parametrize("code", ["", "x", "a\x00b", "00000000-0000-4000-8000-000000000000"])
def test_a_goal_that_is_none_or_another_pair_s_is_asked_for(code, pair, meeting, as_, mentee, mentor):
    item, other = line(meeting, mentor, "Ask"), factories.pair(factories.mentor().member, mentee)
    for asked in (code, goal_of(other).code):
        page = as_(mentee).post(of(pair, meeting, "items", item, "goal"), {"goal": asked}, follow=True)
        assert "Choose a goal first." in main_text(page)

    assert not Step.objects.exists()
