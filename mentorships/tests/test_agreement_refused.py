"""Product 28: what cannot be proposed comes back with its words, and after the end nothing is changed."""

import pytest

import factories
from mentorships import services as life
from mentorships.agreement import PARTS
from mentorships.services import agreement as services
from mentorships.tests.agreements import numbers
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


def test_after_the_end_it_is_read_and_not_changed(pair, here, agreed, as_, mentor, mentee):
    """Product 31."""
    services.propose_agreement(pair, by=mentor, parts={"focus": "Later."}, seen=1)
    life.end(pair, by=mentor)
    client = as_(mentee)

    page = main_text(client.get(here))
    assert "First classes." in page
    assert "Agree to this" not in page
    assert client.get(f"{here}propose/").url == here
    assert "has ended" in main_text(client.post(f"{here}agree/", {"number": "2"}, follow=True))
    page = main_text(client.post(f"{here}propose/", {"focus": "Too late?", "seen": "2"}))
    assert "has ended" in page and "Too late?" in page
    assert numbers(pair, agreed_at=None) == [2]


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, pair, here, as_, mentor, mentee):
    for part in PARTS:
        seen = pair.agreements.count()
        answer = as_(mentor).post(f"{here}propose/", {"goals": f"Hello {part}.", part: text, "seen": seen})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    for page in ("", "propose/", "compare/"):
        shown = as_(mentee).get(f"{here}{page}", follow=True).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "\u202e" not in shown


def test_a_text_too_long_comes_back_whole(pair, here, as_, mentor):
    long = "endless " * 1000
    page = as_(mentor).post(f"{here}propose/", {"focus": long, "seen": "0"}).content.decode()

    assert long.strip() in page
    assert "at most 4000 characters" in page
    assert numbers(pair) == []
