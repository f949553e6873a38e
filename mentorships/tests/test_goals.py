"""Product 29: goals are the mentee's own: steps, dates, readings, a mark of progress. The mentor reads."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mentorships.models import Goal, Step
from mentorships.services import goals as services
from mentorships.services.locking import Gone
from testing.pages import main_text
from testing.settings_of_pairs import set_goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/goals/"


def day(days):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def one(here, goal):
    return f"{here}{goal.code}/"


def test_the_mentee_sets_one_and_both_read_it(pair, here, as_, mentor, mentee):
    said = {"title": "Teach alone", "why": "It frightens me.", "due_on": f"{day(30)}", "readings": "A book."}
    answer = as_(mentee).post(f"{here}new/", said)

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
    assert [(row.text, row.due_on) for row in goal.steps.all()] == [("Ask again", day(1))]

    assert "cannot be undone" in main_text(client.get(f"{one}steps/{step.code}/edit/"))
    client.post(f"{one}steps/{step.code}/delete/")
    assert goal.steps.count() == 0


def test_a_step_without_words_is_asked_for_in_place(goal, one, as_, mentee):
    page = as_(mentee).post(f"{one}steps/", {"text": " ", "due_on": "yesterday"})

    assert page.status_code == 422
    assert "error-summary" in page.content.decode() and "yesterday" in page.content.decode()
    assert goal.steps.count() == 0


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
        row = set_goal(pair, f"goal {title}", due_on=days is not None and day(days) or None)
        services.set_progress(row, by=pair.mentee, progress=progress)

    page = main_text(as_(mentor).get(here))
    found = sorted(
        ("sooner", "later", "undated", "reached", "let go"), key=lambda title: page.index(f"goal {title}")
    )
    assert found == ["sooner", "later", "undated", "reached", "let go"]


def test_addresses_of_the_web_become_links_and_nothing_else_does(pair, here, as_, mentor):
    words = (
        "See https://example.org/a?b=1&c=2. Or (http://example.org/d), javascript:alert(1), "
        'www.example.org, data:x, https://x"onclick="y and <a href="https://e.example">z</a>'
    )
    goal = set_goal(pair, readings=words)

    page = as_(mentor).get(f"{here}{goal.code}/").content.decode()
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener' in page
    assert '<a href="http://example.org/d" rel="noopener' in page
    assert 'href="javascript' not in page and 'href="www' not in page and 'href="data' not in page
    assert " onclick=" not in page and '"onclick' not in page
    assert "&lt;a href=" in page


def test_what_was_deleted_in_another_tab_is_not_brought_back(pair, goal, mentee):
    step = services.add_step(goal, by=mentee, text="Ask", due_on=None)
    facts = {"title": "Still here", "why": "", "readings": "", "due_on": None}
    Goal.objects.all().delete()

    for late in (
        lambda: services.change_goal(goal, by=mentee, **facts),
        lambda: services.add_step(goal, by=mentee, text="More", due_on=None),
        lambda: services.change_step(step, by=mentee, text="More", due_on=None),
    ):
        with pytest.raises(Gone):
            late()
    assert (Goal.objects.count(), Step.objects.count()) == (0, 0)


def test_words_for_a_goal_that_is_gone_come_back(pair, one, as_, mentee, monkeypatch):
    def gone(*_, **__):
        raise Gone("This has since been deleted.")

    monkeypatch.setattr(services, "change_goal", gone)
    page = as_(mentee).post(f"{one}edit/", {"title": "Still here"}).content.decode()

    assert "since been deleted" in page
    assert 'value="Still here"' in page


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, pair, here, as_, mentor, mentee):
    client = as_(mentee)
    for name in ("title", "why", "readings", "due_on"):
        answer = client.post(f"{here}new/", {"title": f"Goal {name}", name: text})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()
    goal = set_goal(pair)
    for name in ("text", "due_on"):
        answer = client.post(f"{here}{goal.code}/steps/", {"text": f"Step {name}", name: text})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    pages = [here, *(f"{here}{code}/" for code in pair.goals.values_list("code", flat=True))]
    for page in pages:
        shown = as_(mentor).get(page).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "\u202e" not in shown


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
