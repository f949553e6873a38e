"""A goal and a note of the pair, with words in each part."""

import pytest

from mentorships.services import notes
from testing.settings_of_pairs import set_goal


@pytest.fixture
def goal(pair):
    return set_goal(pair, why="It frightens me.", readings="Try https://example.org/a first.")


@pytest.fixture
def note(pair, mentor):
    """A note of both, begun by the mentor."""
    return notes.begin_note(pair, by=mentor, title="Plan", text="one\ntwo\nthree").note
