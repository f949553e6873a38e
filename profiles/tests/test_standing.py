"""Product 13: a mentor's habit of answering and room for mentees decide who stands before whom."""

import pytest

from directory.models import Listing
from factories import mentor
from profiles import services

pytestmark = pytest.mark.django_db


def order():
    return list(Listing.objects.order_by("rank_key").values_list("mentor_id", flat=True))


def answer(profile, days, times=5):
    for _ in range(times):
        services.update_answer_time(profile.member, after_days=days)


def test_a_habit_of_answering_lets_a_mentor_stand_before_others():
    """Product 13."""
    quick, slow, new = mentor(), mentor(), mentor()
    answer(quick, 0.5)
    answer(slow, 12)

    assert order() == [quick.pk, new.pk, slow.pk]


def test_who_has_room_stands_before_who_is_full():
    """Product 13."""
    full, free = mentor(capacity=1), mentor(capacity=1)
    services.take_place(full.member)

    assert order() == [free.pk, full.pk]


def test_one_answer_or_one_new_mentee_moves_nothing_that_others_see():
    """Room is a yes or a no, and a habit takes five answers."""
    profiles = [mentor(capacity=3) for _ in range(5)]
    before = list(Listing.objects.order_by("rank_key").values())
    for profile in profiles[:2]:
        services.take_place(profile.member)
        answer(profile, 0.1, times=4)

    told = [
        {name: value for name, value in row.items() if name not in ("version", "room")}
        for row in (*before, *Listing.objects.order_by("rank_key").values())
    ]
    assert told[:5] == told[5:]
