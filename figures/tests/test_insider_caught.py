"""The insider would know more from figures that are made in another way (product 55): each of them is caught."""

from itertools import product
from random import Random

import pytest

from figures import rounding
from figures.counting import TABLES
from figures.rounding import Mentees, People
from figures.tests import insider
from figures.tests.insider_counts import AT_MOST, REACH, average, plain_members
from profiles.models import Member, MentorProfile

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


# Planted faults: each has to be caught by the same insider ------------------------------------------------------


def exact(_key, _month, group, _line):
    return len(group.members)


def new_key_each_month(key, month, group, line):
    return insider.published(f"{key}-{month}", month, group, line)


def new_decision_for_each_set(key, _month, group, _line):
    """What "a key over the set of people" says at first reading. The key and the set decide together."""
    offset = Random(hash((key, frozenset(group.members)))).random()  # noqa: S311
    return rounding.to_step(len(group.members), offset, rounding.STEP, rounding.STEP)


def test_exact_totals_are_caught(months):
    assert average(plain_members()[:1], months, ("people",), exact) > 95


@pytest.mark.parametrize("publish", (new_key_each_month, new_decision_for_each_set))
def test_a_new_draw_each_month_is_caught(publish, months):
    """The same group, read twelve times."""
    assert average(plain_members()[:1], months, REACH, publish) > AT_MOST


def test_a_free_filter_is_caught(months):
    """One month is enough where anybody may choose the group."""
    target = Member.objects.get(pk=plain_members()[0])
    fields = ("region", "library_type", "career_stage", "time_zone", "language")
    chosen = [
        {f: getattr(target, f) for f, on in zip(fields, some, strict=True) if on}
        for some in product((0, 1), repeat=5)
    ]
    everybody = list(Member.objects.all())
    lines = []
    for wanted, joined in product(chosen, range(4)):
        there = {
            m.pk
            for m in everybody
            if all(getattr(m, f) == v for f, v in wanted.items()) and m.pk % 4 != joined
        }
        group = People(there | {target.pk})
        lines.append(
            insider.Line(TABLES.get("people"), "", ({True: group, False: insider.without(group, target.pk)},))
        )

    assert insider.right(lines) > AT_MOST


def test_pairs_instead_of_people_are_caught(months):
    """Whether a mentor of six mentors at all: as people nothing moves, as pairs six at once."""
    target = MentorProfile.objects.order_by("pk").first().member_id
    others = list(range(10_000, 10_040))
    as_people = Mentees(set(range(46)), {*range(20_000, 20_030), target})
    as_pairs = {True: People({*others, *range(6)}), False: People(set(others))}
    line = insider.Line(
        TABLES.get("mentees"), "", ({True: as_people, False: insider.without(as_people, target)},)
    )

    assert insider.right([line]) <= AT_MOST
    assert insider.right([insider.Line(line.table, "", (as_pairs,))]) > AT_MOST
