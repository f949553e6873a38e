"""Product 37, 69: a day of open hours on which clocks change: every time is one moment, and no hour is there twice."""

from datetime import UTC, date, datetime, time

import pytest

import factories
from open_hours.models import Talk, TalkDay
from open_hours.services import days
from testing.clocks import set_to
from testing.pages import main_text

pytestmark = pytest.mark.django_db
# An hour is skipped, or comes twice, between half past midnight and half past three.
CHANGES = {"spring": (date(2027, 3, 28), 2), "autumn": (date(2027, 10, 31), 4)}


@pytest.fixture(params=CHANGES)
def night(request, monkeypatch):
    """(the day, how many hours it has in truth)."""
    on, hours = CHANGES[request.param]
    set_to(monkeypatch, datetime(on.year, on.month, 20, tzinfo=UTC))
    where = {"name": "Night", "zone": "Europe/London", "place": "Hall", "minutes": 60, "tables": 2}
    return TalkDay.objects.create(on=on, starts=time(0, 30), ends=time(3, 30), **where), hours


def test_its_times_follow_each_other_by_the_sun(night):
    day, hours = night

    assert len(day.times) == len(set(day.times)) == hours
    assert {(late - early).seconds for early, late in zip(day.times, day.times[1:], strict=False)} == {3600}


def test_a_table_is_taken_for_all_of_them_and_the_programme_shows_each(night, as_, mentor):
    day, hours = night
    days.take_table(day, mentor, table=1, first=0, last=hours - 1, focuses=[])
    days.take_table(day, factories.mentor().member, table=2, first=0, last=hours - 1, focuses=[])

    assert Talk.objects.count() == 2 * hours
    page = main_text(as_(mentor).get(f"{day.get_absolute_url()}programme/"))
    assert page.count("free") == 2 * hours and "00:30" in page and "02:30" in page
