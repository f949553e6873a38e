"""The insider has every frozen table of a year and knows everybody but one (product 55): right in at most 63 of 100."""

from datetime import UTC, datetime
from itertools import product
from random import Random
from statistics import mean

import pytest

from figures import rounding
from figures.counting import TABLES
from figures.rounding import Mentees, People
from figures.tests import insider, world
from matching.models import MentorRequest
from mentorships.models import Mentorship
from profiles.models import Member, MentorProfile

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AT_MOST = 63
ALL_AT_ONCE_AT_MOST = 70  # docs/figures.md says what this means
NOW = datetime(2027, 1, 2, tzinfo=UTC)
REACH = ("people", "offers", "regions", "library-types", "career-stages")
ASKING = ("requests", "waiting")
PAIR = ("mentees", "starts", "lasting", "ends", "waiting")
EVERYTHING = (
    *REACH,
    *ASKING,
    "mentees",
    "starts",
    "lasting",
    "ends",
    "emails",
    "help",
    "help-days",
    "willing",
)


@pytest.fixture
def months():
    last = world.build(now=NOW)
    return [last.later(-back) for back in range(11, -1, -1)]


def plain_members():
    """Nothing but members: who never asked and has no mentorship."""
    busy = {
        *Mentorship.objects.values_list("mentee", flat=True),
        *MentorRequest.objects.values_list("mentee", flat=True),
    }
    return list(
        Member.objects.filter(mentor_profile=None)
        .exclude(pk__in=busy)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def mentees(months):
    pairs = Mentorship.objects.filter(
        began_at__gte=months[0].start, began_at__lt=months[6].end, ended_at=None
    )
    return list(pairs.order_by("pk").values_list("mentee", flat=True))


def askers():
    asked = MentorRequest.objects.exclude(mentee__in=Mentorship.objects.values("mentee"))
    return list(
        asked.filter(sent_at__gte=NOW.replace(year=2026)).order_by("pk").values_list("mentee", flat=True)
    )


def average(targets, months, tables, publish=insider.published):
    """Over some people: how often the insider is right about one of them."""
    return mean(insider.right(insider.lines_about(who, months, tables=tables), publish) for who in targets)


def test_every_table_is_among_what_the_insider_has():
    """What members can see for themselves, and answers that are nobody's in what is stored, are left out."""
    assert set(TABLES.names()) == {*EVERYTHING, "supply", "pulse", "no-thanks"}


def test_whether_somebody_is_a_member(months):
    assert average(plain_members()[:3], months, REACH) <= AT_MOST


def test_whether_a_member_has_asked_anybody(months):
    assert average(askers()[:4], months, ASKING) <= AT_MOST


def test_whether_a_member_has_a_mentor(months):
    assert average(mentees(months)[:4], months, PAIR) <= AT_MOST


def test_everything_about_somebody_at_once(months):
    """Somebody who is in some fifteen lines or in none, and of whom the insider knows nothing: less well hidden."""
    assert average(mentees(months)[4:6], months, EVERYTHING) <= ALL_AT_ONCE_AT_MOST


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
