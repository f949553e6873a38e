"""Counted once a month by the worker alone, and frozen: late, twice, side by side (product 55)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from figures import publish
from figures.counting import TABLES
from figures.key import WrongKey
from figures.models import Publication, PublishedNumber
from figures.months import PublishedMonth
from figures.tests import world
from privacy.erasure import erase_member
from profiles.models import Member

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 2, 9, tzinfo=UTC)


@pytest.fixture
def year(key):
    """Members by the hundred."""
    return world.build(members=400, pairs=120, now=NOW)


def numbers():
    return list(PublishedNumber.objects.order_by("pk").values_list("table", "row", "series", "value"))


def test_the_month_that_is_over_is_published_once(year):
    assert publish.publish_due(NOW) is True
    first = numbers()

    assert publish.publish_due(NOW) is False
    assert publish.publish_due(NOW + timedelta(days=29)) is False
    assert (Publication.objects.get().month, numbers()) == (year.first, first)
    assert {table for table, *_rest in first} == set(TABLES.names())


def test_two_at_once_freeze_one_set(key, at_once):
    world.build(members=60, pairs=10, now=NOW)

    done = at_once([lambda: publish.publish_due(NOW)] * 2)

    assert sorted(done) == [False, True], done
    assert Publication.objects.count() == 1
    assert len(numbers()) == len({row[:3] for row in numbers()})


def test_a_month_that_was_missed_is_not_counted_afterwards(year):
    publish.publish_due(NOW)
    publish.publish_due(NOW + timedelta(days=95))

    assert [f"{p.month:%Y-%m}" for p in Publication.objects.all()] == ["2027-03", "2026-12"]


def test_who_has_left_stays_in_what_was_frozen(year):
    publish.publish_due(NOW)
    before = numbers()
    for member in Member.objects.order_by("pk")[:5]:
        erase_member(member, leave_words=False)
    publish.publish_due(NOW)

    assert numbers() == before


def test_every_number_is_rounded_and_holds_no_person(year):
    publish.publish_due(NOW)

    assert all(value is None or isinstance(value, int) for *_key, value in numbers())
    of_people = [
        v for table, *_rest, v in numbers() if v and str(TABLES.get(table).unit) not in ("days", "emails")
    ]
    assert of_people and all(value % 5 == 0 for value in of_people)
    assert not [f for f in PublishedNumber._meta.fields if f.related_model not in (None, Publication)]


def test_breakdowns_of_few_come_by_quarter_and_totals_each_month(key):
    world.build(members=120, pairs=30, now=NOW)
    publish.publish_month(PublishedMonth.before(NOW).later(1))  # the first, whatever month: everything
    publish.publish_month(PublishedMonth.before(NOW).later(2))  # February
    publish.publish_month(PublishedMonth.before(NOW).later(3))  # March

    tables = [set(p.numbers.values_list("table", flat=True)) for p in Publication.objects.order_by("month")]
    assert "regions" in tables[0] and "requests" in tables[0]
    assert "people" in tables[1] and not tables[1] & {"regions", "library-types", "career-stages", "requests"}
    assert {"regions", "requests", "people"} <= tables[2]


def test_from_300_on_breakdowns_come_each_month(year):
    for later in (1, 2):
        publish.publish_month(year.later(later))

    february = Publication.objects.first()
    assert february.with_breakdowns and february.numbers.filter(table="regions").exists()
    assert not february.numbers.filter(table="requests").exists()


def test_a_region_that_few_have_typed_is_not_named(key):
    world.build(members=300, pairs=0, now=NOW)
    Member.objects.filter(pk__in=Member.objects.order_by("pk").values("pk")[:9]).update(region="Tiny Atoll")

    publish.publish_due(NOW)

    rows = set(PublishedNumber.objects.filter(table="regions").values_list("row", flat=True))
    assert "North" in rows and "Tiny Atoll" not in rows


def test_nobody_but_the_worker_counts(settings):
    settings.FIGURES_KEY = ""
    world.build(members=30, pairs=5, now=NOW)

    assert publish.publish_due(NOW) is False
    with pytest.raises(CommandError, match="only the worker"):
        call_command("publish_figures")


def test_another_key_than_before_counts_nothing(year, settings):
    publish.publish_due(NOW)
    settings.FIGURES_KEY = "another key " * 6

    with pytest.raises(WrongKey, match="the old one"):
        publish.publish_month(year.later(1))
    assert publish.publish_due(NOW + timedelta(days=31)) is False


def test_without_members_nothing_is_published(key):
    assert publish.publish_due(NOW) is False


def test_what_was_published_cannot_go_with_its_month(year):
    publish.publish_due(NOW)

    with pytest.raises(ProtectedError):
        Publication.objects.get().delete()
