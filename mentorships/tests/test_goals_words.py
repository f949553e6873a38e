"""Product 29: what is typed into goals: links, hostile text, and words for what is gone meanwhile."""

import pytest

import factories
from mentorships.models import Goal, Step
from mentorships.services import goals as services
from mentorships.services.locking import Gone
from testing.settings_of_pairs import set_goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/goals/"


@pytest.fixture
def one(here, goal):
    return f"{here}{goal.code}/"


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
