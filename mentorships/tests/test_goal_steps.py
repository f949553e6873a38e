"""Product 29: the steps of a goal: added, ticked, edited and removed."""

import pytest

from mentorships.services import goals as services
from mentorships.tests.goal_days import day
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/goals/"


@pytest.fixture
def one(here, goal):
    return f"{here}{goal.code}/"


def test_steps_are_added_ticked_and_opened_again(goal, one, here, as_, mentor, mentee):
    client = as_(mentee)
    for words in ("Sit in", "Plan one hour"):
        client.post(f"{one}steps/", {"text": words, "due_on": f"{day(7)}"})
    step = goal.steps.first()
    client.post(f"{one}steps/{step.code}/tick/", {"done": "yes"})

    assert "1 of 2 steps done" in main_text(as_(mentor).get(one))
    assert "Next: Plan one hour" in main_text(as_(mentor).get(here))
    ticked = goal.steps.first().done_at
    as_(mentee).post(f"{one}steps/{step.code}/tick/", {"done": "yes"})
    assert goal.steps.first().done_at == ticked  # a double click
    as_(mentee).post(f"{one}steps/{step.code}/tick/", {"done": "no"})
    assert goal.steps.first().done_at is None


def test_a_step_is_edited_and_removed(goal, one, as_, mentee):
    step = services.add_step(goal, by=mentee, text="Ask", due_on=None)
    client = as_(mentee)
    client.post(f"{one}steps/{step.code}/edit/", {"text": "Ask again", "due_on": f"{day(1)}"})
    assert [(kept.text, kept.due_on) for kept in goal.steps.all()] == [("Ask again", day(1))]

    assert "cannot be undone" in main_text(client.get(f"{one}steps/{step.code}/edit/"))
    client.post(f"{one}steps/{step.code}/delete/")
    assert goal.steps.count() == 0


def test_a_step_without_words_is_asked_for_in_place(goal, one, as_, mentee):
    page = as_(mentee).post(f"{one}steps/", {"text": " ", "due_on": "yesterday"})

    assert page.status_code == 422
    assert "error-summary" in page.content.decode() and "yesterday" in page.content.decode()
    assert goal.steps.count() == 0
