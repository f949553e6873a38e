"""Never exact, never of a few; the same group shows the same number (product 55)."""

from statistics import mean

import pytest

from figures.rounding import (
    AWAY_AT_MOST,
    FIVE_FOR_SURE,
    SPREAD_OF_WHAT_MEMBERS_SEE,
    TEN_FOR_SURE,
    Answers,
    Days,
    Mentees,
    People,
    Rounding,
    share,
)

KEYS = [Rounding(f"key {number}") for number in range(400)]


def people(count, *, first=1):
    return People(set(range(first, first + count)))


@pytest.mark.parametrize("count", (0, 1, 4, 5, 23, 60, 1003))
def test_every_count_is_a_multiple_of_five_and_not_far_away(count):
    for rounding in KEYS:
        number = rounding.publish(people(count))
        assert number % 5 == 0 and number != 5
        assert abs(number - count) <= AWAY_AT_MOST


def test_what_members_see_is_off_by_four_at_most():
    assert all(abs(r.publish(people(33), spread=SPREAD_OF_WHAT_MEMBERS_SEE) - 33) <= 4 for r in KEYS)


def test_over_many_keys_the_mean_is_the_count():
    assert abs(mean(rounding.publish(people(60)) for rounding in KEYS) - 60) < 1.5


def test_the_same_people_show_the_same_number_in_whatever_order():
    backwards = People(set(range(50, 0, -1)))

    assert all(rounding.publish(people(50)) == rounding.publish(backwards) for rounding in KEYS)


def test_another_key_is_another_reading():
    assert len({rounding.publish(people(50)) for rounding in KEYS}) > 2


def test_a_group_that_changes_by_one_mostly_keeps_its_decision():
    kept = mean(rounding.publish(people(60)) == rounding.publish(people(60, first=2)) for rounding in KEYS)

    assert kept > 0.9


def test_mentorships_need_five_mentors_and_five_mentees():
    few = Mentees(set(range(60)), {1001, 1002, 1003, 1004})
    one = Mentees({1, 2, 3, 4}, set(range(1001, 1061)))

    assert all(rounding.publish(group) is None for rounding in KEYS for group in (few, one))
    assert any(rounding.publish(Mentees(set(range(60)), set(range(1001, 1061)))) for rounding in KEYS)


def test_the_bounds_mean_what_they_say():
    """FIVE_FOR_SURE and TEN_FOR_SURE are of published numbers: no smaller group reaches them, with any key."""
    assert all(rounding.publish(people(4)) < FIVE_FOR_SURE for rounding in KEYS)
    assert all(rounding.publish(people(9)) < TEN_FOR_SURE for rounding in KEYS)


def test_one_mentor_with_five_mentees_is_one_person():
    group = Mentees()
    for mentee in range(5):
        group.add(mentee=mentee, mentor=99)

    assert (len(group.members), len(group.mentors)) == (5, 1)


def test_a_median_is_in_whole_days_and_of_ten_or_more():
    days = dict.fromkeys(range(60), 3.4)

    assert {rounding.publish(Days(days)) for rounding in KEYS} == {3}
    assert {rounding.publish(Days(dict(list(days.items())[:9]))) for rounding in KEYS} == {None}


def test_a_median_leaves_some_out_by_the_key():
    """So nobody can tell whose days were looked at."""
    days = {person: float(person) for person in range(60)}

    assert len({rounding.publish(Days(days)) for rounding in KEYS}) > 3


def test_a_share_is_of_more_than_twenty_in_steps_of_five_percent():
    assert share(15, 20) is None
    assert share(None, 40) is None
    assert share(15, 25) == 60
    assert share(45, 40) == 100
    assert {share(part, 85) % 5 for part in range(0, 85, 5)} == {0}


def test_answers_without_people_are_rounded_by_their_line():
    rounding = KEYS[0]

    assert rounding.publish(Answers(40, "a")) == rounding.publish(Answers(40, "a"))
    assert len({rounding.publish(Answers(40, str(line))) for line in range(50)}) > 2
