"""Product 30: answered in place."""

import pytest

from factories import HOSTILE, letter, pair
from feedback.models import FeedbackAnswer
from mail.models import OutgoingMail
from mentorships import services as mentorships
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def given_letter(pair, mentor):
    return letter(pair, mentor, letter="Well done.")


def answer(client, given_letter, text):
    return client.post(
        f"/mentorships/{given_letter.mentorship.code}/feedback/{given_letter.code}/answer/", {"text": text}
    )


def test_it_stands_under_the_letter_and_the_other_is_told_without_its_words(
    given_letter, as_, mentor, mentee
):
    page = as_(mentee).get(answer(as_(mentee), given_letter, "Thank you, quicksilver.").url)

    text = main_text(page)
    assert text.index("Well done.") < text.index("Thank you, quicksilver.")
    [mail] = OutgoingMail.objects.filter(kind="feedback/feedback_answered")
    assert mail.to == mentor
    assert "quicksilver" not in mail.subject + mail.text + mail.html


def test_either_may_answer_more_than_once(given_letter, as_, mentor, mentee):
    for who, text in ((mentee, "Thanks"), (mentor, "Gladly"), (mentee, "Really")):
        answer(as_(who), given_letter, text)

    assert [one.text for one in FeedbackAnswer.objects.order_by("pk")] == ["Thanks", "Gladly", "Really"]


def test_a_double_click_answers_once(given_letter, as_, mentee):
    for _ in range(2):
        answer(as_(mentee), given_letter, "Thanks")

    assert given_letter.answers.count() == 1
    assert OutgoingMail.objects.filter(kind="feedback/feedback_answered").count() == 1


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_nobody_else_answers(who, given_letter, as_, request):
    assert answer(as_(request.getfixturevalue(who)), given_letter, "Me too").status_code == 404
    assert FeedbackAnswer.objects.count() == 0


def test_a_draft_of_the_other_has_no_answer(given_letter, as_, mentor, mentee):
    as_(mentor).post(f"/mentorships/{given_letter.mentorship.code}/feedback/draft/", {"letter": "Half a"})
    draft = given_letter.mentorship.feedback.get(given_at=None)

    assert answer(as_(mentee), draft, "I saw it").status_code == 404


def test_a_letter_of_another_pair_is_not_answered_here(given_letter, as_, mentee):
    from factories import mentor as a_mentor

    other = pair(a_mentor().member, mentee)
    address = f"/mentorships/{other.code}/feedback/{given_letter.code}/answer/"

    assert as_(mentee).post(address, {"text": "Hello"}).status_code == 404


@pytest.mark.parametrize("text", ["", " ", "x" * 10_001])
def test_nothing_or_too_much_is_said_with_the_words_kept(text, given_letter, as_, mentee):
    page = answer(as_(mentee), given_letter, text)

    assert page.status_code == 422
    assert text in page.content.decode()


def test_after_the_end_the_words_come_back(given_letter, as_, mentor, mentee):
    """Product 31."""
    mentorships.end(given_letter.mentorship, by=mentor)

    page = answer(as_(mentee), given_letter, "One last thing.")

    assert page.status_code == 422
    assert "nothing more can be added" in main_text(page)
    assert "One last thing." in main_text(page)
    assert FeedbackAnswer.objects.count() == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_or_shown_as_text(text, given_letter, as_, mentor, mentee):
    response = answer(as_(mentee), given_letter, text)

    assert response.status_code in (302, 422)
    page = as_(mentor).get(f"/mentorships/{given_letter.mentorship.code}/feedback/").content.decode()
    for shown in (page, response.content.decode()):
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
