"""Product 28, 29: the pair's page says where agreement, goals and notes stand, in one statement."""

import pytest

from mentorships.pair_page import state_of
from mentorships.services import agreement, end, goals, notes
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def says(as_, who, pair):
    return main_text(as_(who).get(pair.get_absolute_url()))


def test_before_anything_is_there_it_says_so_quietly(pair, as_, mentor):
    page = as_(mentor).get(pair.get_absolute_url()).content.decode()

    assert "nothing agreed yet" in page
    assert page.count('<li class="quiet-entry">') == 4


def test_a_proposal_waits_for_the_other_of_the_two(pair, as_, mentor, mentee):
    agreement.propose_agreement(pair, by=mentor, parts={"focus": "This."}, seen=0)

    assert "waiting for Amina to answer" in says(as_, mentor, pair)
    page = as_(mentee).get(pair.get_absolute_url()).content.decode()
    assert 'class="attention"' in page and "a proposal needs your answer" in page

    agreement.agree(pair, by=mentee, number=1)
    for who in (mentor, mentee):
        assert "agreed on" in says(as_, who, pair)


def test_after_the_end_nothing_waits(pair, as_, mentor, mentee):
    agreement.propose_agreement(pair, by=mentor, parts={"focus": "This."}, seen=0)
    end(pair, by=mentor)

    assert "waits for you" not in says(as_, mentee, pair)


def test_goals_and_notes_are_counted_and_those_for_oneself_are_not(pair, as_, mentor, mentee):
    facts = {"why": "", "readings": "", "due_on": None}
    for title in ("One", "Two"):
        goal = goals.add_goal(pair, by=mentee, title=title, **facts)
    assert "2 goals" in says(as_, mentor, pair)
    for text in ("a", "b", "c"):
        step = goals.add_step(goal, by=mentee, text=text, due_on=None)
    goals.set_step_done(step, by=mentee, done=True)
    note = notes.begin_note(pair, by=mentor, title="", text="a").note
    notes.save_version(note, by=mentee, base=1, title="", text="b")
    notes.keep_own_note(pair, by=mentee, text="c")

    for who in (mentor, mentee):
        page = says(as_, who, pair)
        assert "1 of 3 steps done" in page
        assert "1 note" in page and "1 notes" not in page


def test_all_of_it_takes_one_statement(pair, mentor, mentee, django_assert_num_queries):
    notes.begin_note(pair, by=mentor, title="", text="a")

    with django_assert_num_queries(1):
        assert state_of(pair)["kept_notes"] == 1
