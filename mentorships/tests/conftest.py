"""A goal and a note of the pair, with words in each part."""

import pytest

from mentorships import services as mentorships
from mentorships.services import agreement, notes
from testing.private_texts import write_all
from testing.settings_of_pairs import set_goal


@pytest.fixture
def goal(pair):
    return set_goal(pair, why="It frightens me.", readings="Try https://example.org/a first.")


@pytest.fixture
def note(pair, mentor):
    """A note of both, begun by the mentor."""
    return notes.begin_note(pair, by=mentor, title="Plan", text="one\ntwo\nthree").note


@pytest.fixture
def agreed(pair, mentor, mentee):
    """Version 1: proposed by the mentor, agreed by the mentee."""
    agreement.propose_agreement(pair, by=mentor, parts={"focus": "First classes."}, seen=0)
    return agreement.agree(pair, by=mentee, number=1)


@pytest.fixture
def three(pair, mentor, mentee):
    """Two that were agreed on, and a proposal."""
    for seen, (by, other, words) in enumerate(
        ((mentor, mentee, "We talk about first classes."), (mentee, mentor, "We talk about large classes."))
    ):
        agreement.propose_agreement(pair, by=by, parts={"focus": words, "often": "monthly"}, seen=seen)
        agreement.agree(pair, by=other, number=seen + 1)
    agreement.propose_agreement(pair, by=mentor, parts={"focus": "We talk."}, seen=2)
    return pair


@pytest.fixture
def own(pair, mentee):
    return notes.keep_own_note(pair, by=mentee, text="I was afraid to ask.")


@pytest.fixture
def ended(pair, mentor):
    mentorships.end(pair, by=mentor)
    return pair


@pytest.fixture
def written(mentor, mentee):
    """A pair with texts of every kind."""
    return write_all(mentor, mentee)


@pytest.fixture
def other_ring(settings, tmp_path):
    """`other_ring(path)`: another ring file, or none, for this process."""

    def use(path=""):
        settings.CONFIDENTIAL_KEYRING = str(path)
        settings.CASE_KEYRING = f"{path}-cases" if path else ""

    return use
