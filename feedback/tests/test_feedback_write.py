"""Product 30: a letter, with prompts or without, kept as typed and given when ready."""

import pytest

from factories import HOSTILE
from feedback.models import TEXTS, Feedback
from mail.models import OutgoingMail
from mentorships import services as mentorships

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(pair):
    return f"/mentorships/{pair.code}/feedback/write/"


@pytest.fixture
def draft(pair):
    return f"/mentorships/{pair.code}/feedback/draft/"


def given(pair):
    return list(pair.feedback.given())


def test_it_is_given_read_and_announced_once(pair, write, as_, mentor, mentee):
    answer = as_(mentor).post(write, {"letter": "Well done.", "works": "Your plan.", "give": "1"})

    [letter] = given(pair)
    assert (letter.letter, letter.works, letter.better) == ("Well done.", "Your plan.", "")
    page = as_(mentee).get(answer.url).content.decode()
    assert "Well done." in page
    assert "What works" in page
    assert "One thing to try" not in page
    assert [mail.to for mail in OutgoingMail.objects.filter(kind="feedback/feedback_given")] == [mentee]


def test_the_mail_holds_none_of_its_words(pair, write, as_, mentor):
    """Product 30."""
    as_(mentor).post(write, {name: f"quicksilver {name}" for name in TEXTS})

    mail = OutgoingMail.objects.get(kind="feedback/feedback_given")
    assert "quicksilver" not in mail.subject + mail.text + mail.html


@pytest.mark.parametrize("name", TEXTS)
def test_any_one_field_is_enough(name, pair, write, as_, mentee):
    as_(mentee).post(write, {name: "Just this."})

    assert [getattr(letter, name) for letter in given(pair)] == ["Just this."]


def test_nothing_at_all_is_asked_for_in_words(pair, write, as_, mentee):
    page = as_(mentee).post(write, {"letter": "  ", "works": "\n"})

    assert "one line is enough" in page.content.decode()
    assert given(pair) == []


def test_a_draft_is_kept_as_typed_and_is_its_writers_alone(pair, write, draft, as_, mentor, mentee):
    client = as_(mentor)
    for typed in ("W", "Well", "Well done"):
        assert client.post(draft, {"letter": typed}).status_code == 204

    assert [row.letter for row in Feedback.objects.all()] == ["Well done"]
    assert "Well done" in client.get(write).content.decode()
    assert "Finish your letter" in client.get(f"/mentorships/{pair.code}/feedback/").content.decode()
    for page in ("feedback/", "feedback/write/", "archive/", "archive/feedback.json"):
        assert b"Well done" not in as_(mentee).get(f"/mentorships/{pair.code}/{page}").content


def test_each_of_the_two_has_a_draft_of_their_own(pair, draft, as_, mentor, mentee):
    as_(mentor).post(draft, {"letter": "From the mentor"})
    as_(mentee).post(draft, {"letter": "From the mentee"})

    assert {row.letter for row in Feedback.objects.all()} == {"From the mentor", "From the mentee"}


def test_the_button_keeps_too(pair, write, as_, mentor):
    page = as_(mentor).post(write, {"better": "Half a", "save": "1"}, follow=True)

    assert "Draft saved" in page.content.decode()
    assert "Half a" in page.content.decode()
    assert given(pair) == []


def test_giving_uses_up_the_draft(pair, write, draft, as_, mentor):
    client = as_(mentor)
    client.post(draft, {"letter": "Half a"})
    client.post(write, {"letter": "All of it."})

    assert [(row.letter, bool(row.given_at)) for row in Feedback.objects.all()] == [("All of it.", True)]


def test_a_draft_can_be_thrown_away(pair, write, draft, as_, mentor, mentee):
    as_(mentor).post(draft, {"letter": "Half a"})
    as_(mentee).post(f"/mentorships/{pair.code}/feedback/discard/")
    assert Feedback.objects.count() == 1  # not the other's

    as_(mentor).post(f"/mentorships/{pair.code}/feedback/discard/")
    assert Feedback.objects.count() == 0


def test_what_was_given_cannot_be_thrown_away(pair, write, as_, mentor):
    as_(mentor).post(write, {"letter": "Well done."})
    as_(mentor).post(f"/mentorships/{pair.code}/feedback/discard/")

    assert len(given(pair)) == 1


def test_a_double_click_gives_once(pair, write, as_, mentor):
    for _ in range(2):
        assert as_(mentor).post(write, {"letter": "Well done."}).status_code == 302

    assert len(given(pair)) == 1
    assert OutgoingMail.objects.filter(kind="feedback/feedback_given").count() == 1


def test_the_same_words_given_by_the_other_are_given(pair, write, as_, mentor, mentee):
    for who in (mentor, mentee):
        as_(who).post(write, {"letter": "Thank you."})

    assert len(given(pair)) == 2


@pytest.mark.parametrize("button", ["save", "give"])
def test_a_text_too_long_comes_back_whole_and_is_not_called_kept(button, pair, write, draft, as_, mentor):
    client = as_(mentor)
    client.post(draft, {"letter": "The first try."})
    long = "endless " * 12_500

    page = client.post(write, {"letter": long, "works": "Short.", button: "1"}).content.decode()

    assert long.strip() in page
    assert "Draft saved" not in page
    assert client.post(draft, {"letter": long}).status_code == 422
    assert [row.letter for row in Feedback.objects.all()] == ["The first try."]
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


def test_a_paused_mentorship_goes_on_writing(pair, write, as_, mentor):
    """Product 33."""
    mentorships.pause(pair, by=mentor)
    as_(mentor).post(write, {"letter": "Until spring."})

    assert len(given(pair)) == 1


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


@pytest.mark.parametrize(
    "text", [HOSTILE["emoji"], HOSTILE["html"], HOSTILE["template"], "שלום, Māori, naïve"]
)
def test_what_is_kept_is_kept_faithfully(text, pair, write, as_, mentor):
    as_(mentor).post(write, {"letter": text})

    assert [row.letter for row in given(pair)] == [text]
