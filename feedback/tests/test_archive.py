"""Product 31: each takes all of it away, as a page to read and as data."""

import json

import pytest

from factories import HOSTILE, letter
from feedback import services
from feedback.models import TEXTS
from mentorships import services as mentorships
from mentorships.models import DataKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(pair, mentor, mentee):
    given_letter = letter(pair, mentor, **{name: f"{name} by mentor" for name in TEXTS})
    services.answer_feedback(given_letter, author=mentee, text="Thank you")
    letter(pair, mentee, letter=HOSTILE["html"])
    services.save_feedback_draft(pair, author=mentor, letter="Half a draft")
    return pair


def take(client, pair, kind):
    return client.get(f"/mentorships/{pair.code}/archive/feedback.{kind}")


@pytest.mark.parametrize("who", ["mentor", "mentee"])
@pytest.mark.parametrize("ended", [False, True])
def test_all_that_was_given_is_in_the_data(who, ended, full, as_, request):
    if ended:
        mentorships.end(full, by=full.mentor)
    answer = take(as_(request.getfixturevalue(who)), full, "json")

    data = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="feedback-archive.json"'
    assert data["mentorship"]["mentor"] == "Rosalind Achterberg"
    assert bool(data["mentorship"]["ended"]) is ended
    newest, oldest = data["feedback"]
    assert newest["letter"] == HOSTILE["html"]
    assert [oldest[name] for name in TEXTS] == [f"{name} by mentor" for name in TEXTS]
    assert [(one["from"], one["text"]) for one in oldest["answers"]] == [("Amina Otieno", "Thank you")]


def test_the_page_to_keep_reads_by_itself_and_runs_nothing(full, as_, mentee):
    page = take(as_(mentee), full, "html").content.decode()

    for name in TEXTS:
        assert f"{name} by mentor" in page
    assert "Thank you" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "href=" not in page


@pytest.mark.parametrize("kind", ["json", "html"])
def test_no_draft_no_address_and_no_number_is_in_it(kind, full, as_, mentee):
    content = take(as_(mentee), full, kind).content.decode()

    assert "Half a draft" not in content
    assert full.mentor.email not in content
    assert str(full.code) not in content


@pytest.mark.parametrize("kind", ["json", "html"])
@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_nobody_else_takes_it(kind, who, full, as_, request):
    """Product 27."""
    assert take(as_(request.getfixturevalue(who)), full, kind).status_code == 404


def test_other_kinds_do_not_exist(full, as_, mentee):
    for kind in ("pdf", "json.exe", "html/", ""):
        assert take(as_(mentee), full, kind).status_code == 404


@pytest.mark.parametrize("kind", ["json", "html"])
def test_what_cannot_be_opened_leaves_the_rest(kind, full, as_, mentor):
    DataKey.objects.filter(author=full.mentee, scope=full.code).delete()

    answer = take(as_(mentor), full, kind)

    assert answer.status_code == 200
    assert "works by mentor" in answer.content.decode()
    assert "Thank you" not in answer.content.decode()


@pytest.mark.parametrize("page", ["archive/", "archive/feedback.json", "archive/feedback.html"])
def test_one_and_fifty_letters_cost_the_same(page, pair, mentor, as_, statements):
    client = as_(mentor)
    counts = []
    for number in (1, 49):
        for turn in range(number):
            given_letter = letter(pair, mentor, letter=f"{number}-{turn}")
            services.answer_feedback(given_letter, author=pair.mentee, text=f"{number}-{turn}")
        counts.append(statements(client, f"/mentorships/{pair.code}/{page}"))

    assert counts[0] == counts[1] <= 12
