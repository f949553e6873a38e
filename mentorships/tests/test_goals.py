"""Product 29: goals are the mentee's own: steps, dates, readings, a mark of progress. The mentor reads."""

import pytest

from mentorships.models import Goal, Step
from mentorships.services import goals as services
from mentorships.tests.goal_days import day
from testing.pages import main_text
from testing.settings_of_pairs import set_goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/goals/"


@pytest.fixture
def one(here, goal):
    return f"{here}{goal.code}/"


def test_the_mentee_sets_one_and_both_read_it(pair, here, as_, mentor, mentee):
    data = {"title": "Teach alone", "why": "It frightens me.", "due_on": f"{day(30)}", "readings": "A book."}
    answer = as_(mentee).post(f"{here}new/", data)

    for who in (mentor, mentee):
        page = main_text(as_(who).get(answer.url))
        for words in ("Teach alone", "It frightens me.", "A book.", "Not started"):
            assert words in page
        assert "Teach alone" in main_text(as_(who).get(here))


def test_only_the_first_line_is_needed(pair, here, as_, mentee):
    assert as_(mentee).post(f"{here}new/", {"title": "Teach"}).status_code == 302
    page = as_(mentee).post(f"{here}new/", {"why": "Because."})
    assert "error-summary" in page.content.decode() and "Because." in page.content.decode()
    assert pair.goals.count() == 1


def test_a_double_click_sets_one(pair, here, as_, mentee):
    for _ in range(2):
        as_(mentee).post(f"{here}new/", {"title": "Teach"})

    assert pair.goals.count() == 1


def test_it_is_edited_in_place(pair, one, as_, mentee):
    assert "It frightens me." in as_(mentee).get(f"{one}edit/").content.decode()
    as_(mentee).post(f"{one}edit/", {"title": "Teach large groups", "why": ""})

    goal = pair.goals.get()
    assert (goal.title, goal.why, goal.readings) == ("Teach large groups", "", "")


def test_it_is_deleted_with_its_steps_after_a_question(pair, goal, one, as_, mentee):
    services.add_step(goal, by=mentee, text="Ask", due_on=None)
    page = main_text(as_(mentee).get(f"{one}delete/"))
    assert "This cannot be undone" in page and "its step" in page
    assert pair.goals.count() == 1

    as_(mentee).post(f"{one}delete/")
    assert (pair.goals.count(), Step.objects.count()) == (0, 0)


@pytest.mark.parametrize("progress", ["ahead", "under_way", "reached", "let_go"])
def test_progress_is_marked_with_one_click(progress, goal, one, as_, mentee):
    as_(mentee).post(f"{one}progress/", {"progress": progress})

    goal.refresh_from_db()
    assert goal.progress == progress


@pytest.mark.parametrize("progress", ["", "done", "x" * 300, "a\x00b"])
def test_an_unknown_mark_changes_nothing(progress, goal, one, as_, mentee):
    assert as_(mentee).post(f"{one}progress/", {"progress": progress}).url == one

    goal.refresh_from_db()
    assert goal.progress == "ahead"


@pytest.mark.parametrize("page", ["new/", "{one}steps/"])
def test_a_day_that_is_past_is_taken_with_a_kind_word(page, goal, here, one, as_, mentee):
    url = page.format(one=one) if "{" in page else f"{here}{page}"
    answer = as_(mentee).post(url, {"title": "Late", "text": "Late", "due_on": f"{day(-3)}"}, follow=True)

    assert "already passed" in main_text(answer)
    kept = [*Goal.objects.values_list("due_on"), *Step.objects.values_list("due_on")]
    assert (day(-3),) in kept


def test_open_goals_stand_by_date_before_those_that_are_over(pair, here, as_, mentor):
    for title, days, progress in (
        ("later", 9, "ahead"),
        ("undated", None, "under_way"),
        ("sooner", 2, "under_way"),
        ("let go", 1, "let_go"),
        ("reached", 0, "reached"),
    ):
        one_goal = set_goal(pair, f"goal {title}", due_on=days is not None and day(days) or None)
        services.set_progress(one_goal, by=pair.mentee, progress=progress)

    page = main_text(as_(mentor).get(here))
    found = sorted(
        ("sooner", "later", "undated", "reached", "let go"), key=lambda title: page.index(f"goal {title}")
    )
    assert found == ["sooner", "later", "undated", "reached", "let go"]


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_one_and_fifty_cost_the_same(who, pair, here, as_, statements, request):
    client = as_(request.getfixturevalue(who))
    counts = []
    for number in (1, 49):
        for turn in range(number):
            goal = set_goal(pair, f"Goal {number}-{turn}")
            services.add_step(goal, by=pair.mentee, text=f"Step {number}-{turn}", due_on=None)
        first = pair.goals.first()
        for turn in range(number - 1):
            services.add_step(first, by=pair.mentee, text=f"More {number}-{turn}", due_on=None)
        counts.append([statements(client, url) for url in (here, f"{here}{first.code}/")])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12
