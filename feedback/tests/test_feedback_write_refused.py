"""Product 30: letters that cannot be given: too long, too late, by nobody of the two, or hostile."""

import pytest

from factories import HOSTILE
from feedback.models import TEXTS, Feedback
from feedback.tests.letters import given
from mentorships import services as mentorships

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("button", ["save", "give"])
def test_a_text_too_long_comes_back_whole_and_is_not_called_kept(button, pair, write, draft, as_, mentor):
    client = as_(mentor)
    client.post(draft, {"letter": "The first try."})
    long = "endless " * 12_500

    page = client.post(write, {"letter": long, "works": "Short.", button: "1"}).content.decode()

    assert long.strip() in page
    assert "Draft saved" not in page
    assert client.post(draft, {"letter": long}).status_code == 422
    assert [kept.letter for kept in Feedback.objects.all()] == ["The first try."]
    assert given(pair) == []


@pytest.mark.parametrize("step", ["write", "save", "draft"])
def test_after_the_end_nothing_is_added_and_the_words_come_back(step, pair, write, draft, as_, mentor):
    """Product 31."""
    mentorships.end(pair, by=mentor)
    client = as_(mentor)
    if step == "draft":
        assert client.post(draft, {"letter": "Too late?"}).status_code == 409
    else:
        page = client.post(write, {"letter": "Too late?", step: "1"}).content.decode()
        assert "This mentorship has ended" in page
        assert "Too late?" in page
    assert Feedback.objects.count() == 0


def test_after_the_end_the_form_leads_to_the_letters(pair, write, as_, mentor):
    mentorships.end(pair, by=mentor)

    assert as_(mentor).get(write).url == f"/mentorships/{pair.code}/feedback/"


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
@pytest.mark.parametrize("page", ["write", "draft", "discard", "want"])
def test_nobody_else_writes(page, who, pair, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    answer = client.post(f"/mentorships/{pair.code}/feedback/{page}/", {"letter": "Me too"})

    assert answer.status_code == 404
    assert Feedback.objects.count() == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, pair, write, as_, mentor, mentee):
    """Issue 2, bad input."""
    for name in TEXTS:
        answer = as_(mentor).post(write, {"letter": "Hello.", name: text})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    for page in ("feedback/", "archive/feedback.html"):
        shown = as_(mentee).get(f"/mentorships/{pair.code}/{page}").content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "\u202e" not in shown
