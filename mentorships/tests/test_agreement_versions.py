"""Product 28: every version stays, can be read again and compared."""

import pytest

from mentorships.agreement import changes
from mentorships.models import DataKey
from mentorships.services import agreement as services
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


def test_an_old_version_is_read_with_names_and_dates(three, here, as_, mentee):
    page = main_text(as_(mentee).get(f"{here}1/"))

    assert "We talk about first classes." in page
    assert "Proposed by Rosalind on" in page
    assert "agreed on" in page
    assert "large classes" not in page


def test_all_versions_are_listed(three, here, as_, mentee):
    page = main_text(as_(mentee).get(here))

    assert [f"Version {number}" in page for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert "not answered yet" in page


def test_the_newest_agreed_one_stands_while_a_change_waits(three, here, as_, mentee):
    page = main_text(as_(mentee).get(here))

    assert "We talk about large classes." in page.split("What you agreed on")[1]


def test_two_versions_are_compared_word_by_word(three, here, as_, mentor):
    page = as_(mentor).get(f"{here}compare/", {"from": "1", "to": "2"}).content.decode()

    assert "[added: </span>large<" in page
    assert "[removed: </span>first<" in page
    assert "We talk about" in page
    assert "About once a month" not in page  # equal parts stay away


def test_without_numbers_the_two_newest_are_compared(three, here, as_, mentor):
    page = main_text(as_(mentor).get(f"{here}compare/"))

    assert "From version 2 to version 3" in page


@pytest.mark.parametrize(
    "asked",
    [
        "9/",
        "0/",
        f"{'9' * 30}/",
        "compare/?from=9&to=1",
        "compare/?from=x&to=1",
        f"compare/?to={'9' * 30}",
        "compare/?from=-1",
    ],
)
def test_a_version_that_is_not_there_is_not_found(asked, three, here, as_, mentor):
    assert as_(mentor).get(f"{here}{asked}").status_code == 404


def test_before_the_first_version_there_is_nothing_to_compare(pair, here, as_, mentor):
    assert as_(mentor).get(f"{here}compare/").url == here
    assert "No agreement yet" in main_text(as_(mentor).get(here))


def test_what_is_chosen_is_compared_by_its_name():
    [(label, pieces)] = changes({"often": "monthly"}, {"often": "as-needed"})

    assert str(label) == "How often we talk"
    assert "".join(words for kind, words in pieces if kind != "gone") == "As needed"
    assert "".join(words for kind, words in pieces if kind != "new") == "About once a month"


@pytest.mark.parametrize("page", ["", "1/", "compare/", "propose/"])
def test_one_and_fifty_versions_cost_the_same(page, pair, here, as_, mentee, mentor, statements):
    client = as_(mentee)
    counts = []
    for until in (2, 50):
        for seen in range(pair.agreements.count(), until):
            by = (mentor, mentee)[seen % 2]
            services.propose_agreement(pair, by=by, parts={"focus": f"Try {seen}"}, seen=seen)
        counts.append(statements(client, f"{here}{page}"))

    assert counts[0] == counts[1] <= 12


def test_what_cannot_be_opened_is_one_clear_line(three, here, as_, mentor):
    DataKey.objects.filter(scope=three.code, author=mentor).delete()

    for page in ("", "1/", "compare/", "propose/"):
        answer = as_(three.mentee).get(f"{here}{page}")
        assert answer.status_code == 200
        assert "We talk about first" not in answer.content.decode()
    assert "This text cannot be opened." in main_text(as_(three.mentee).get(f"{here}1/"))
    assert "Agree to this" not in main_text(as_(three.mentee).get(here))
