"""Product 7, 8, 17: a profile as others read it: labels, in the reader's language, and only what was told."""

import pytest
from django.utils import translation

from factories import member, mentor
from profiles.shown import labels, member_facts, mentor_facts, mentor_page, months

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_slugs_become_labels_in_their_order():
    assert labels("area", ["copyright", "archives"]) == ["Copyright & licensing", "Archives & manuscripts"]
    assert labels("area", ["no-such", "archives"]) == ["no-such", "Archives & manuscripts"]
    assert labels("area", []) == []


def test_who_has_told_nothing_shows_nothing_but_what_has_a_default():
    quiet = member(languages=[])

    assert member_facts(quiet) == []


def test_everything_told_is_shown_once():
    told = member(
        job_title="Librarian",
        employer="Lakeside",
        library_type="public",
        library_size="solo",
        city="Bergen",
        country="NO",
        career_stage="manager",
        languages=["en", "fr"],
        seeking=["isolation"],
    )
    facts = {str(what): words for what, words in member_facts(told)}

    assert facts["Job"] == "Librarian, Lakeside"
    assert facts["Location"] == "Bergen, Norway"
    assert facts["Languages"] == "English, French"
    assert "(" in facts["Library"]
    assert len(facts) == 6


def test_a_post_may_be_half_told():
    assert ("Job", "Lakeside") in [(str(a), b) for a, b in member_facts(member(employer="Lakeside"))]


def test_a_mentor_tells_more():
    offer = mentor(
        styles=["ongoing"],
        formats=["video"],
        windows=["weekends"],
        note="not in June",
        roles=["coach"],
        years_in_libraries=1,
        qualifications=["masters-lis"],
        capacity=3,
        months_away=[6, 12],
        hours_per_month=4,
    )
    facts = {str(what): words for what, words in mentor_facts(offer)}

    assert facts["Times that suit"].endswith(". not in June")
    assert facts["Experience in libraries"] == "1 year"
    assert facts["Mentees at a time"] == 3
    assert facts["Hours a month for mentoring"] == 4
    assert facts["Away every year in"] == "June, December"


@pytest.mark.parametrize(("language", "month"), [("en-gb", "June"), ("es", "junio"), ("fr", "juin")])
def test_months_are_named_in_the_language_of_the_page(language, month):
    with translation.override(language):
        assert months([6]).lower() == month.lower()


def test_the_page_of_a_mentor_says_whether_there_is_room():
    full = mentor(capacity=1)
    full.active = 1

    assert mentor_page(mentor())["room_words"] == "Has room"
    assert mentor_page(full)["room_words"] == "Full right now"


def test_how_soon_somebody_answers_is_said_only_when_it_is_a_habit():
    """P11: of fewer than five answers each would show."""
    new, known = mentor(time_zone="UTC"), mentor(time_zone="UTC")
    new.answers, new.answer_days = 4, 2
    known.answers, known.answer_days = 5, 2

    assert mentor_page(new)["now_words"].startswith("It’s ")
    assert mentor_page(known)["now_words"].startswith("Usually answers within 2 days. It’s ")


def test_two_sections_whether_filled_or_not():
    sections = mentor_page(mentor(areas=["archives"], helps_with=[]))["sections"]

    assert [(str(title), rows) for title, rows in sections] == [
        ("Areas of practice", ["Archives & manuscripts"]),
        ("Helps with", []),
    ]
