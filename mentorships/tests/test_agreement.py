"""Product 28: proposed by one, agreed by both, every version kept, nothing compulsory."""

import pytest

import factories
from mail.models import OutgoingMail
from mentorships import services as life
from mentorships.agreement import LENGTHS, MEETING_FREQUENCIES, PARTS, TOPICS, parts_of
from mentorships.services import agreement as services
from profiles.vocabulary import shipped
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


@pytest.fixture
def agreed(pair, mentor, mentee):
    """Version 1: proposed by the mentor, agreed by the mentee."""
    services.propose_agreement(pair, by=mentor, parts={"focus": "First classes."}, seen=0)
    return services.agree(pair, by=mentee, number=1)


def numbers(pair, **filters):
    return list(pair.agreements.filter(**filters).values_list("number", flat=True))


def test_the_words_are_those_of_the_shipped_vocabulary():
    topics = {row["slug"]: (row["label"], row["prompt"]) for row in shipped()["guidance"]["agreement_topics"]}
    mine = {slug: tuple(str(one).replace("–", "-") for one in both) for slug, both in TOPICS.items()}

    assert mine == topics
    assert set(PARTS) == {"focus", "often", "means", "length", *topics}
    for chosen, source in ((MEETING_FREQUENCIES, "contact_rhythms"), (LENGTHS, "durations")):
        assert {slug: str(name) for slug, name in chosen.items()} == {
            row["slug"]: row["label"] for row in shipped()[source]
        }


def test_proposed_by_one_agreed_by_the_other_and_read_by_both(pair, here, as_, mentor, mentee):
    said = {
        "focus": "First classes.",
        "often": "monthly",
        "means": ["video", "email"],
        "length": "six-months",
        "first-move": "Amina writes first.",
        "seen": "0",
    }
    as_(mentor).post(f"{here}propose/", said)
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


def test_the_mails_go_to_the_other_and_hold_none_of_the_words(pair, here, as_, mentor, mentee):
    """Product 28, P29."""
    as_(mentor).post(f"{here}propose/", {"focus": "quicksilver", "seen": "0"})
    as_(mentee).post(f"{here}agree/", {"number": "1"})

    mails = {mail.kind: mail for mail in OutgoingMail.objects.all()}
    assert mails["mentorships/agreement_proposed"].to == mentee
    assert mails["mentorships/agreement_agreed"].to == mentor
    for mail in mails.values():
        assert "quicksilver" not in mail.subject + mail.text + mail.html


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
