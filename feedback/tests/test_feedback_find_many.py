"""Product 31, attack A11: looking for words opens a bounded number of letters, and says so."""

import pytest
from django.utils import timezone

from feedback import archive
from feedback.models import Feedback
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(pair, as_, mentee):
    return lambda words: main_text(as_(mentee).post(f"{pair.get_absolute_url()}feedback/find/", {"q": words}))


def write(pair, count, letter):
    for _number in range(count):
        Feedback(mentorship=pair, author=pair.mentor, letter=letter, given_at=timezone.now()).save()


def test_the_first_that_are_found_are_shown_and_it_is_said(pair, find):
    write(pair, archive.SHOWN + 5, "The heron stood still.")
    page = find("heron")

    assert page.count("The heron stood still.") == archive.SHOWN
    assert "We searched your newest letters" in page


def test_the_newest_are_searched_and_it_is_said(pair, find, monkeypatch):
    monkeypatch.setattr(archive, "SEARCHED", 10)
    write(pair, 1, "The heron stood still.")
    write(pair, 9, "The heron flew.")

    assert "The heron stood still." in find("heron")
    write(pair, 1, "The heron flew.")
    page = find("heron")
    assert "The heron stood still." not in page
    assert "We searched your newest letters" in page


def test_of_a_few_letters_nothing_is_said(pair, find):
    write(pair, 3, "The heron stood still.")

    assert "We searched your newest letters" not in find("heron")
