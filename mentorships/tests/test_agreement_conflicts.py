"""Product 28: two who propose, agree or click twice: the newest proposal counts, and only what was read is agreed to."""

import pytest

from mail.models import OutgoingMail
from mentorships.tests.agreements import numbers
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


def test_a_second_proposal_takes_the_place_of_the_open_one_whoever_made_it(pair, here, as_, mentor, mentee):
    for number, who in enumerate((mentor, mentor, mentee, mentor)):
        as_(who).post(f"{here}propose/", {"focus": f"Try {number}", "seen": str(number)})

    assert numbers(pair, replaced_at=None) == [4]
    assert numbers(pair) == [4, 3, 2, 1]


def test_the_agreed_words_once_more_are_no_proposal(pair, here, agreed, as_, mentor, mentee):
    page = as_(mentee).post(f"{here}propose/", {"focus": "First classes.", "seen": "1"})
    assert "already agreed to exactly this" in main_text(page)

    as_(mentee).post(f"{here}propose/", {"focus": "Others.", "seen": "1"})
    page = as_(mentor).post(f"{here}propose/", {"focus": "First classes.", "seen": "2"})
    assert "already agreed to exactly this" in main_text(page)
    assert numbers(pair) == [2, 1]


def test_the_others_proposal_word_for_word_can_simply_be_agreed(pair, here, as_, mentor, mentee):
    as_(mentor).post(f"{here}propose/", {"focus": "This.", "seen": "0"})
    page = as_(mentee).post(f"{here}propose/", {"focus": "This.", "seen": "1"})

    assert "You can agree to it as it is" in main_text(page)
    assert numbers(pair) == [1]


def test_a_double_click_proposes_and_tells_once(pair, here, as_, mentor):
    for _ in range(2):
        assert as_(mentor).post(f"{here}propose/", {"focus": "This.", "seen": "0"}).url == here

    assert numbers(pair) == [1]
    assert OutgoingMail.objects.filter(kind="mentorships/agreement_proposed").count() == 1


def test_whoever_began_from_an_older_version_gets_their_words_back(pair, here, as_, mentor, mentee):
    as_(mentor).post(f"{here}propose/", {"focus": "From Rosalind.", "seen": "0"})
    client = as_(mentee)
    page = client.post(f"{here}propose/", {"focus": "From Amina.", "ending": "Gently.", "seen": "0"})

    text = main_text(page)
    assert "A newer version has been proposed in the meantime" in text
    assert "From Amina." in text and "Gently." in text
    assert "Rosalind" in page.content.decode()
    assert numbers(pair) == [1]

    client.post(f"{here}propose/", {"focus": "From Amina.", "seen": "1"})
    assert numbers(pair, replaced_at=None) == [2]


@pytest.mark.parametrize("number", ["1", "3", "", "x", "-2", "9" * 40])
def test_only_the_version_that_was_read_can_be_agreed_to(number, pair, here, as_, mentor, mentee):
    for seen in ("0", "1"):
        as_(mentor).post(f"{here}propose/", {"focus": f"Try {seen}", "seen": seen})

    page = as_(mentee).post(f"{here}agree/", {"number": number}, follow=True)

    assert "Please read the latest version first" in main_text(page)
    assert not pair.agreements.exclude(agreed_at=None).exists()


def test_nobody_agrees_with_themselves(pair, here, as_, mentor):
    as_(mentor).post(f"{here}propose/", {"focus": "This.", "seen": "0"})
    page = as_(mentor).post(f"{here}agree/", {"number": "1"}, follow=True)

    assert "for the other person to agree" in main_text(page)
    assert not pair.agreements.exclude(agreed_at=None).exists()


def test_agreeing_twice_is_agreeing_once(pair, here, agreed, as_, mentee):
    was = agreed.agreed_at
    as_(mentee).post(f"{here}agree/", {"number": "1"})

    assert pair.agreements.get().agreed_at == was
    assert OutgoingMail.objects.filter(kind="mentorships/agreement_agreed").count() == 1
