"""Product 40: conversation starters at hand, and an agenda for a first meeting."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from guidance.starters import FIRST_AGENDA, STARTERS
from meetings import starters
from meetings.services import keeping
from testing.making import agreed, in_days, put_back
from testing.meeting_pages import of, says

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


def test_the_first_meeting_has_an_agenda_at_hand_and_the_second_has_not(pair, meeting, as_, mentor, mentee):
    said = "Start with an agenda for a first meeting"
    assert says(as_(mentor), of(pair, meeting), said) == [said]
    for _ in range(2):
        as_(mentor).post(of(pair, meeting, "items"), {"all": "1"})
    assert [entry.text for entry in meeting.items.all()] == [
        f"{label}: {prompt}" for _n, label, prompt in FIRST_AGENDA
    ]
    assert says(as_(mentor), of(pair, meeting), said) == []

    keeping.tell(put_back(meeting, hours=2), by=mentor, held=True)
    assert says(as_(mentor), of(pair, agreed(pair, mentee)), said) == []


def test_starters_are_at_hand_and_go_onto_the_agenda_with_one_click(pair, meeting, as_, mentor):
    some = [str(said) for said in starters.some(meeting)]
    assert len(set(some)) == 4
    assert some[0] in [str(said) for said in STARTERS["skills"]]  # the pair's focus is a skill
    page = as_(mentor).get(of(pair, meeting)).content.decode()
    assert page.count("Add to the agenda") == 4
    as_(mentor).post(of(pair, meeting, "items"), {"point-text": some[0]})

    assert meeting.items.get().text == some[0]


def test_one_meeting_has_always_the_same_starters_and_the_next_has_others(pair, mentee):
    meetings = [agreed(pair, mentee, in_days(2 + n)) for n in range(6)]

    assert all(starters.some(meeting) == starters.some(meeting) for meeting in meetings)
    assert len({tuple(map(str, starters.some(meeting))) for meeting in meetings}) > 3


def test_the_words_are_those_of_the_vocabulary():
    """Word for word, with nothing left out."""
    path = Path(settings.BASE_DIR) / "profiles" / "data" / "vocabulary.json"
    said = json.loads(path.read_text(encoding="utf-8"))["guidance"]
    first = [(entry["minutes"], entry["label"], entry["prompt"]) for entry in said["first_meeting_agenda"]]
    shown = {theme: [str(line) for line in lines] for theme, lines in STARTERS.items()}

    assert [(minutes, str(label), str(prompt)) for minutes, label, prompt in FIRST_AGENDA] == first
    assert shown == said["conversation_starters"]
    assert list(shown) == list(said["conversation_starters"])
    assert set(starters.NEAREST.values()) <= set(shown)
