"""Product 30, 31: the letters of the two, newest first, and easy to find again."""

import pytest

from factories import letter
from feedback import services
from mentorships import services as mentorships
from mentorships.models import DataKey
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(pair):
    return f"/mentorships/{pair.code}/feedback/"


def test_both_read_the_letters_of_both_newest_first(pair, page, as_, mentor, mentee):
    letter(pair, mentor, letter="The first.")
    letter(pair, mentee, letter="The second.")

    for who in (mentor, mentee):
        text = main_text(as_(who).get(page))
        assert text.index("The second.") < text.index("The first.")


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_it_does_not_exist(who, pair, page, as_, request):
    """Product 27."""
    letter(pair, pair.mentor)
    client = as_(request.getfixturevalue(who))

    nothing = client.get("/mentorships/00000000-0000-4000-8000-000000000000/feedback/")
    assert client.get(page).status_code == 404
    assert main_text(client.get(page)) == main_text(nothing)


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_one_and_fifty_letters_cost_the_same(who, pair, page, as_, statements, request):
    client = as_(request.getfixturevalue(who))
    counts = []
    for number in (1, 49):
        for turn in range(number):
            by = (pair.mentor, pair.mentee)[turn % 2]
            given_letter = letter(pair, by, letter=f"Number {number}-{turn}")
            services.answer_feedback(given_letter, author=pair.mentee, text=f"Answer {number}-{turn}")
        counts.append(statements(client, page))

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_all_words_have_to_stand_in_a_letter_or_its_answers(pair, page, as_, mentor, mentee):
    letter(pair, mentor, letter="About the Backlog", works="in spring")
    given_letter = letter(pair, mentor, letter="About the weather")
    services.answer_feedback(given_letter, author=mentee, text="And the BACKLOG of snow")
    client = as_(mentee)

    def found(words):
        text = main_text(client.post(f"{page}find/", {"q": words}))
        return [name for name in ("About the Backlog", "About the weather") if name in text]

    assert found("backlog") == ["About the Backlog", "About the weather"]
    assert found("backlog spring") == ["About the Backlog"]
    assert found("snow") == ["About the weather"]
    assert found("rain") == []
    assert "No letters contain these words" in main_text(client.post(f"{page}find/", {"q": "rain"}))


def test_a_search_finds_all_and_leaves_no_word_in_an_address(pair, page, as_, mentor):
    """ASVS V14: nothing private in a URL."""
    for number in range(25):
        letter(pair, mentor, letter=f"Backlog {number}")

    body = as_(mentor).post(f"{page}find/", {"q": "backlog"}).content.decode()

    assert body.count('class="letter mine"') == 25
    assert "?q=" not in body
    assert as_(mentor).post(f"{page}find/", {"q": " "}).url == page


@pytest.mark.parametrize("asked", [{"page": "999"}, {"page": "-1"}, {"page": "abc"}])
def test_what_does_not_exist_is_ignored_or_the_nearest(asked, pair, page, as_, mentor):
    letter(pair, mentor, letter="The only one.")

    assert "The only one." in main_text(as_(mentor).get(page, asked))


def test_after_the_end_it_is_read_and_not_answered(pair, page, as_, mentor, mentee):
    """Product 31."""
    letter(pair, mentor, letter="For good.")
    mentorships.end(pair, by=mentee)

    text = main_text(as_(mentee).get(page))

    assert "For good." in text
    assert "Reply" not in text
    assert "Ask for feedback" not in text


def test_a_text_that_cannot_be_opened_is_one_clear_line_and_the_rest_is_there(
    pair, page, as_, mentor, mentee
):
    """P4."""
    letter(pair, mentor, letter="From the mentor.")
    letter(pair, mentee, letter="From the mentee.")
    DataKey.objects.filter(author=mentee, scope=pair.code).delete()

    text = main_text(as_(mentor).get(page))

    assert "From the mentor." in text
    assert "This text cannot be opened." in text
    assert "From the mentee." not in text
    assert as_(mentor).post(f"{page}find/", {"q": "mentor"}).status_code == 200
