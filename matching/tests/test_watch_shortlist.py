"""Product 14: whom I wait for stands on my shortlist page, and goes with a block or the account."""

import pytest

from conduct.models import Block
from factories import member, mentor
from matching import watching
from matching.models import Watch
from matching.tests.watch_button import watch
from profiles import services as people
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_whom_i_wait_for_stands_on_my_shortlist_page(as_, mentee, full, stranger):
    watching.watch_mentor(mentee, full)
    people.pause(full.mentor_profile)

    assert "Mentors you’re waiting for" in main_text(as_(mentee).get("/shortlist/"))
    assert "Rosalind Achterberg" in main_text(as_(mentee).get("/shortlist/"))
    assert "Mentors you’re waiting for" not in main_text(as_(stranger).get("/shortlist/"))

    watch(as_(mentee), full, undo="1")
    assert "Mentors you’re waiting for" not in main_text(as_(mentee).get("/shortlist/"))


def test_a_block_takes_them_out_of_sight_there(as_, mentee, full):
    watching.watch_mentor(mentee, full)
    Block.objects.create(by=mentee, whom=full)

    assert "Rosalind" not in main_text(as_(mentee).get("/shortlist/"))


def test_fifty_cost_as_much_as_one(as_, statements):
    waiting = member()
    counts = []
    for number in (1, 49):
        for _one in range(number):
            watching.watch_mentor(waiting, mentor().member)
        counts.append(statements(as_(waiting), "/shortlist/"))

    assert counts[0] == counts[1] <= 12


def test_of_an_account_that_has_closed_nothing_is_kept(mentee, mentor):
    Member.objects.filter(pk=mentee.pk).update(left_at="2026-01-01T00:00Z")
    watching.watch_mentor(mentee, mentor)

    assert not Watch.objects.exists()
