"""Product 42: a note for the employer that says nothing else."""

from datetime import datetime, time

import pytest

import factories
from meetings.models import Meeting
from meetings.services import keeping
from testing.making import agreed
from testing.meeting_pages import lives_in
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LETTER = "/meetings/time/letter/"
OFFICE = {"work_days": [0, 1, 2, 3, 4], "work_from": time(9), "work_to": time(17)}


@pytest.fixture
def worker(clock, mentee):
    """Four hours a month are granted; weekdays from nine to five, in Nairobi."""
    return lives_in("Africa/Nairobi", mentee, hours_per_month=4, **OFFICE)


def test_the_letter_says_the_sums_and_nothing_else(clock, worker, pair, as_, mentor):
    """No name but one's own, no place, no word, no day of a meeting."""
    second = factories.pair(factories.mentor(name="Olu Else").member, worker)
    agreed(second, worker, datetime(2027, 2, 16, 14), place="Room 7")
    met = agreed(pair, worker, datetime(2027, 2, 9, 10), place="https://rooms.example/amina")
    clock.go(days=7)
    keeping.tell(met, by=mentor, held=True)
    page = as_(worker).get(f"{LETTER}?month=2027-02").content.decode()

    text = main_text(as_(worker).get(f"{LETTER}?month=2027-02"))
    assert "Mentoring hours at work, February 2027" in text and "Amina Otieno takes part" in text
    assert "Allowed 4 h" in text and "Used 1 h" in text and "Planned 1 h" in text
    for hidden in (
        "Rosalind",
        "Achterberg",
        "Olu",
        "rooms.example",
        "Room 7",
        "9 February",
        "mentee",
        str(pair.code),
        *map(str, Meeting.objects.values_list("code", flat=True)),
    ):
        assert hidden not in page, hidden


def test_the_letter_of_one_who_was_granted_nothing_known_says_no_number(clock, pair, as_, mentee):
    text = main_text(as_(mentee).get(f"{LETTER}?month=2027-02"))

    assert "Allowed" not in text and "Used 0 h" in text
    assert "Only conversations during working hours are counted." not in text
