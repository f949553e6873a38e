"""Product 28: proposed by one, agreed by both, nothing compulsory."""

import pytest

from guidance.agreement_topics import TOPICS
from mail.models import OutgoingMail
from mentorships.agreement import LENGTHS, MEETING_FREQUENCIES, PARTS, parts_of
from mentorships.tests.agreements import numbers
from profiles.vocabulary import shipped
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


def test_the_words_are_those_of_the_shipped_vocabulary():
    topics = {
        entry["slug"]: (entry["label"], entry["prompt"])
        for entry in shipped()["guidance"]["agreement_topics"]
    }
    mine = {slug: tuple(str(one).replace("–", "-") for one in both) for slug, both in TOPICS.items()}

    assert mine == topics
    assert set(PARTS) == {"focus", "often", "means", "length", *topics}
    for chosen, source in ((MEETING_FREQUENCIES, "contact_rhythms"), (LENGTHS, "durations")):
        assert {slug: str(name) for slug, name in chosen.items()} == {
            entry["slug"]: entry["label"] for entry in shipped()[source]
        }


def test_proposed_by_one_agreed_by_the_other_and_read_by_both(pair, here, as_, mentor, mentee):
    parts = {
        "focus": "First classes.",
        "often": "monthly",
        "means": ["video", "email"],
        "length": "six-months",
        "first-move": "Amina writes first.",
        "seen": "0",
    }
    as_(mentor).post(f"{here}propose/", parts)
    assert "Waiting for Amina" in main_text(as_(mentor).get(here))
    assert "Rosalind has proposed an agreement" in main_text(as_(mentee).get(here))

    as_(mentee).post(f"{here}agree/", {"number": "1"})

    for who in (mentor, mentee):
        page = main_text(as_(who).get(here))
        for words in (
            "You both agreed to this",
            "First classes.",
            "About once a month",
            "Video call, Email",
            "Six months",
            "Amina writes first.",
            "Rosalind Achterberg",
            "Amina Otieno",
        ):
            assert words in page
        assert "How we will end" not in page


@pytest.mark.parametrize("part", [part for part in PARTS if part != "means"])
def test_any_one_part_is_enough(part, pair, here, as_, mentee):
    value = {"often": "as-needed", "length": "open-ended"}.get(part, "Just this.")
    answer = as_(mentee).post(f"{here}propose/", {part: value, "seen": "0"})

    assert answer.url == here
    assert parts_of(pair.agreements.get()) == {part: value}


def test_nothing_at_all_is_asked_for_in_words(pair, here, as_, mentee):
    page = as_(mentee).post(f"{here}propose/", {"focus": " \n", "seen": "0"})

    assert "One line is enough" in main_text(page)
    assert numbers(pair) == []


def test_the_form_begins_with_the_newest_version(pair, here, agreed, as_, mentee):
    page = as_(mentee).get(f"{here}propose/").content.decode()

    assert "First classes." in page
    assert '<input type="hidden" name="seen" value="1">' in page


def test_a_change_shows_what_differs_until_it_is_agreed(pair, here, agreed, as_, mentor, mentee):
    as_(mentee).post(f"{here}propose/", {"focus": "Second classes.", "seen": "1"})

    page = as_(mentor).get(here).content.decode()
    assert "Amina has proposed a change" in main_text(as_(mentor).get(here))
    assert "Second" in page[page.index("<ins>") : page.index("</ins>")]
    assert "First" in page[page.index("<del>") : page.index("</del>")]
    assert "What you agreed on" in page
    assert numbers(pair, agreed_at=None) == [2]


def test_the_mails_go_to_the_other_and_hold_none_of_the_words(pair, here, as_, mentor, mentee):
    """Product 28, P29."""
    as_(mentor).post(f"{here}propose/", {"focus": "quicksilver", "seen": "0"})
    as_(mentee).post(f"{here}agree/", {"number": "1"})

    mails = {mail.kind: mail for mail in OutgoingMail.objects.all()}
    assert mails["mentorships/agreement_proposed"].to == mentee
    assert mails["mentorships/agreement_agreed"].to == mentor
    for mail in mails.values():
        assert "quicksilver" not in mail.subject + mail.text + mail.html
