"""Product 24: as many as can be placed; then fewest in the worst tier, then in the next. Against brute force."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.assignment import solver
from matching.assignment.solver import NOBODY

pytestmark = pytest.mark.any_database
np = pytest.importorskip("numpy")


@st.composite
def cases(draw):
    """(rows of tiers, places) of up to four members and four mentors."""
    members, mentors = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 5), min_size=mentors, max_size=mentors)
    places = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    return draw(st.lists(row, min_size=members, max_size=members)), places


def quality(levels, columns):
    """What is compared, the smaller the better: how many stay without, then how many in tier 5, 4, 3, 2."""
    tiers = [row[column] for row, column in zip(levels, columns, strict=True) if column != NOBODY]
    return [columns.count(NOBODY), *(tiers.count(tier) for tier in (5, 4, 3, 2))]


def possible(levels, places, columns):
    """Whether nobody is where they cannot be, and nobody takes more than they have room for."""
    fits = all(c == NOBODY or row[c] for row, c in zip(levels, columns, strict=True))
    return fits and all(columns.count(column) <= room for column, room in enumerate(places))


def best(levels, places):
    """By trying everything."""
    ways = product(range(NOBODY, len(places)), repeat=len(levels))
    return min(quality(levels, way) for way in map(list, ways) if possible(levels, places, way))


@settings(max_examples=400, deadline=None)
@given(cases())
def test_nothing_better_is_possible(case):
    levels, places = case
    columns = solver.assign(levels, places)

    assert possible(levels, places, columns)
    assert quality(levels, columns) == best(levels, places)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_greedy_keeps_to_what_is_possible_and_leaves_nobody_who_could_still_be_placed(case):
    levels, places = case
    columns = solver.by_scarcity(levels, places)

    assert possible(levels, places, columns)
    left = [room - columns.count(column) for column, room in enumerate(places)]
    for row, column in zip(levels, columns, strict=True):
        assert column != NOBODY or not any(level and room for level, room in zip(row, left, strict=True))


@settings(max_examples=200, deadline=None)
@given(cases(), st.booleans())
def test_more_names_take_no_place_twice(case, with_numpy):
    levels, places = case
    columns = solver.assign(levels, places)
    given_levels = np.asarray(levels, dtype=np.uint8) if with_numpy else levels
    with pytest.MonkeyPatch.context() as patch:
        if not with_numpy:
            patch.setattr(solver, "np", None)
        named = solver.spread(given_levels, columns, places, names=3, worst=4)

    every = [column for names in named for column in names]
    assert all(every.count(column) <= room for column, room in enumerate(places))
    for row, column, names in zip(levels, columns, named, strict=True):
        assert names[:1] == ([] if column == NOBODY else [column])
        assert len(names) == len(set(names)) <= 3
        assert all(0 < row[other] <= 4 for other in names[1:])


def test_one_more_in_a_worse_tier_weighs_more_than_everybody_in_a_better_one():
    """Two members: both in tier 2 rather than one in tier 1 and one in tier 3."""
    assert solver.assign([[1, 2], [2, 3]], [1, 1]) == [1, 0]


def test_the_largest_sum_is_counted_exactly():
    """Doubles count whole numbers up to 2 to the 53rd."""
    from matching.assignment.proposing import MEMBERS_AT_MOST

    assert MEMBERS_AT_MOST * (MEMBERS_AT_MOST + 1) ** 3 < 2**53


def test_bits_become_columns_with_and_without_numpy(monkeypatch):
    rows, slots = [{1: 0b1, 2: 0, 3: 0b100000000}, {1: 0, 2: 0b10, 3: 0}], [0, 8, 1]
    levels = solver.levels_of(rows, slots)
    monkeypatch.setattr(solver, "np", None)

    assert levels.tolist() == solver.levels_of(rows, slots) == [[1, 3, 0], [0, 0, 2]]


@pytest.mark.parametrize(("levels", "places"), [([], [1]), ([[], []], []), ([[0], [0]], [3])])
def test_an_impossible_assignment_places_nobody(levels, places):
    assert set(solver.assign(levels, places)) <= {NOBODY}
    assert len(solver.assign(levels, places)) == len(levels)
