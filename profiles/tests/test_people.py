"""Product 7, 9: people in a few words."""

import uuid
from datetime import UTC, datetime

import pytest
from django.utils import translation

from profiles import people

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("UTC", "12:00"),
        ("Europe/Dublin", "13:00"),
        ("Asia/Kathmandu", "17:45"),
        ("Pacific/Kiritimati", "02:00"),
        ("No/Such", ""),
        ("", ""),
        ("../etc/passwd", ""),
        ("a\x00b", ""),
    ],
)
def test_the_clock_where_somebody_is(zone, clock):
    assert people.local_time(zone, NOON) == clock


def test_a_town_is_shown_with_its_clock_and_nothing_without_a_town():
    assert people.place_now("Nairobi", "Africa/Nairobi", NOON) == "Nairobi, now 15:00"
    assert people.place_now("", "Africa/Nairobi", NOON) == ""


@pytest.mark.parametrize(
    ("room", "taking", "words"),
    [
        (1, True, "Has room"),
        (9, True, "Has room"),
        (0, True, "Full right now"),
        (0, False, "Not taking requests right now"),
    ],
)
def test_whether_there_is_room_and_never_how_much(room, taking, words):
    """Trust: a number that goes down tells of a new pair."""
    assert people.room_words(room, taking=taking) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        (0.1, "Usually answers within a day"),
        (1, "Usually answers within a day"),
        (2.4, "Usually answers within 2 days"),
        (2.6, "Usually answers within 3 days"),
    ],
)
def test_how_soon_a_mentor_answers(days, words):
    assert people.answer_words(days) == words


def test_it_is_said_in_the_language_of_the_page():
    english = people.room_words(1, taking=True), people.answer_words(3)
    for language in ("es", "fr"):
        with translation.override(language):
            assert not set(english) & {people.room_words(1, taking=True), people.answer_words(3)}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Lovelace", "AL"),
        ("Ada", "A"),
        ("Siobhán Ní Dhálaigh", "SD"),
        ("Penelope “Penny” Ashworth", "PA"),
        ('Nell "Nellie" Fair', "NF"),
        ("éva ödön", "ÉÖ"),
        ("李 小龙", "李小"),
        ("42 Ada", "A"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name, letters):
    assert people.initials(name) == letters


def test_a_tint_stays_and_is_one_of_six():
    codes = [uuid.UUID(int=number) for number in range(12)]

    assert {people.tint(code) for code in codes} == {1, 2, 3, 4, 5, 6}
    assert people.tint(codes[3]) == people.tint(uuid.UUID(int=3))
