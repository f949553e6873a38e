"""Product 24: five tiers with reasons in words; what is refused as an input changes nothing."""

import pytest

from factories import member, mentor, pair
from matching.assignment.candidates import candidates
from matching.models import Criteria, Tier
from matching.tests.assignment_cast import FITS, MATTERS, PUBLIC, fitting, waits
from profiles.models import Member

pytestmark = pytest.mark.django_db


def tier_of(wish, profile):
    """The tier that shows this mentor, or None."""
    for tier in Tier:
        names = [card["mentor_id"] for card in candidates(wish, tier=str(tier.value)).mentors]
        if profile.pk in names:
            return tier
    return None


@pytest.mark.parametrize(
    ("fields", "tier"),
    [
        ({}, Tier.ALL),
        ({"windows": ["flexible"]}, Tier.ALL),
        ({"formats": ["phone"]}, Tier.ALL_BUT_ONE),
        ({"windows": ["weekday-mornings"]}, Tier.ALL_BUT_ONE),
        ({"time_zone": "Pacific/Auckland"}, Tier.ALL_BUT_ONE),
        ({"library_type": "law", "formats": ["phone"]}, Tier.MAIN_ONLY),
        ({"helps_with": ["confidence"]}, Tier.NEAR),
        ({"helps_with": ["confidence"], "library_type": "law"}, Tier.ONLY_FREE),
        ({"languages": ["fr"]}, None),
        ({"taking_requests": False}, None),
        ({"published": False}, None),
        ({"months_away": list(range(1, 13))}, None),
    ],
)
def test_each_tier(fields, tier):
    assert tier_of(waits(**MATTERS), fitting(**fields)) == tier


def test_the_language_that_was_asked_for_matters_and_any_common_one_is_enough_to_be_possible():
    who = member(**PUBLIC | {"languages": ["en", "fr"]})
    wish = waits(who, language="fr")

    assert tier_of(wish, fitting(languages=["fr"])) == Tier.ALL
    assert tier_of(wish, fitting(languages=["en"])) == Tier.ALL_BUT_ONE


def test_a_member_who_is_flexible_leaves_the_zones():
    wish = waits(windows=["flexible"])

    assert tier_of(wish, fitting(windows=["weekday-mornings"])) == Tier.ALL
    assert tier_of(wish, fitting(time_zone="Pacific/Auckland")) == Tier.ALL_BUT_ONE


def test_somewhere_quite_different_is_another_kind_of_library():
    wish = waits(work="different")

    assert tier_of(wish, fitting(library_type="law")) == Tier.ALL
    assert tier_of(wish, fitting()) == Tier.ALL_BUT_ONE
    assert tier_of(wish, fitting(library_type="")) == Tier.ALL_BUT_ONE


def test_something_else_they_seek_is_near():
    wish = waits(member(**PUBLIC, seeking=["leadership", "confidence"]))

    assert tier_of(wish, mentor(languages=["en"], helps_with=["confidence"])) == Tier.NEAR


def test_without_a_focus_all_that_is_sought_counts():
    wish = waits(member(**PUBLIC, seeking=["confidence"]), focus="")

    assert tier_of(wish, mentor(languages=["en"], helps_with=["confidence"])) == Tier.ALL
    assert tier_of(wish, mentor(languages=["en"], helps_with=["leadership"])) == Tier.ONLY_FREE


def test_a_wish_without_criteria_has_its_focus_alone():
    wish = waits()
    Criteria.objects.all().delete()

    assert tier_of(wish, fitting()) == Tier.ALL


def test_nobody_of_the_same_employer_where_the_member_wishes_it():
    """The line manager: what the member stated."""
    boss = fitting(employer="City Library ")
    who = member(**PUBLIC, employer="city library")

    assert tier_of(waits(who, other_employer=False), boss) == Tier.ALL
    assert tier_of(waits(who, other_employer=True), boss) is None


def test_reasons_in_words_what_fits_and_what_does_not():
    fitting(library_type="law", formats=["phone"])
    (card,) = candidates(waits(**MATTERS)).mentors

    assert card["fits"] == ["helps with growing as a leader", "has time when they do"]
    assert card["lacks"] == ["works in another kind of library", "no way to talk in common"]


def test_near_says_why():
    mentor(languages=["en"], helps_with=["confidence"])
    (card,) = candidates(waits(member(**PUBLIC, seeking=["confidence"]))).mentors

    assert card["fits"][0].startswith("helps with something else they’re looking for")
    assert card["lacks"] == ["helps with something else"]


def test_what_is_refused_counts_for_nothing():
    """Name, photo, pronouns, how long the texts are, whom they had: docs/assignment.md."""
    plain = fitting(name="Aaa Plain")
    odd = fitting(name="Zzz Odd", bio="Long. " * 300, years_in_libraries=40, roles=["coach"])
    Member.objects.filter(pk=odd.member_id).update(photo="face.jpg", pronouns="they/them", city="Nowhere")
    pair(odd.member, member())
    wish = waits(**MATTERS)

    cards = candidates(wish).mentors
    assert {card["mentor_id"] for card in cards} == {plain.pk, odd.pk}
    assert cards[0]["fits"] == cards[1]["fits"]


def test_by_name_and_by_page():
    for number in range(25):
        fitting(name=f"Mentor {number:02}")
    wish = waits(**MATTERS)

    assert [card["name"] for card in candidates(wish, name="tor 07").mentors] == ["Mentor 07"]
    pages = [candidates(wish, page=number).mentors for number in (1, 2)]
    assert [len(page) for page in pages] == [20, 5]
    assert len({card["mentor_id"] for page in pages for card in page}) == 25


def test_the_mentor_who_waits_is_not_proposed_to_themselves():
    own = mentor(**FITS)

    assert tier_of(waits(own.member), own) is None
