"""Product 13: who stands before whom in the list, and that equals keep their order."""

import pytest

from directory.services import rank_key
from factories import mentor
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db


def test_room_comes_first_then_who_answers_soon():
    quick, usual, slow = (mentor() for _ in range(3))
    for one, days in ((quick, 2), (slow, 12)):
        one.answers, one.answer_days = 9, days
    full = mentor(capacity=1)
    full.active, full.answers, full.answer_days = 1, 9, 1

    keys = [rank_key(one) for one in (quick, usual, slow, full)]
    assert [key[:2] for key in keys] == ["00", "01", "02", "10"]


def test_a_place_taken_while_there_is_room_moves_nobody():
    """Trust: a place that moves by one would tell of a pair."""
    one = mentor(capacity=3)
    before = rank_key(one)
    one.active = 2

    assert rank_key(one) == before


def test_equals_stand_in_a_fair_order_that_stays():
    one, other = mentor(), mentor()

    assert rank_key(one)[2:] != rank_key(other)[2:]
    one.member.email = one.member.email.upper()
    assert rank_key(one) == rank_key(MentorProfile.objects.get(pk=one.pk))
