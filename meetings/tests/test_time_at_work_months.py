"""Product 42: the months of the account: that of today, its neighbours, and those that are none."""

import re
from datetime import datetime

import pytest

from meetings import worktime
from meetings.tests.office_hours import LETTER, PAGE
from testing.making import agreed
from testing.meeting_pages import lives_in
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_the_month_is_that_of_one_s_own_wall(worker, pair):
    """The first of March at eight in Nairobi is the last of February in Lincoln."""
    agreed(pair, worker, datetime(2027, 3, 1, 8))
    lives_in("America/Chicago", pair.mentor)

    assert [len(worktime.month_of(worker, 2027, n).meetings) for n in (2, 3)] == [0, 1]
    assert [len(worktime.month_of(pair.mentor, 2027, n).meetings) for n in (2, 3)] == [1, 0]


HOSTILE = [
    "x",
    "2027",
    "2027-13",
    "2027-00",
    "1999-12",
    "2101-01",
    "0000-01",
    "-027-02",
    "2027-2-",
    "2027/02",
    "<script>",
    "2027-02\x00",
    "9" * 40,
    "२०२७-०२x",
    "²027-02",
]


@pytest.mark.parametrize("page", [PAGE, LETTER])
@pytest.mark.parametrize("month", HOSTILE)
def test_a_month_that_is_none_is_not_found(month, page, as_, mentee):
    assert as_(mentee).get(page, {"month": month}).status_code == 404


@pytest.mark.parametrize(("month", "ways"), [("2000-01", 1), ("2100-12", 1), ("2027-12", 2)])
def test_the_ways_to_the_neighbours_lead_somewhere(month, ways, as_, mentee):
    client = as_(mentee)
    found = re.findall(r'href="(\?month=[\d-]+)" rel', client.get(f"{PAGE}?month={month}").content.decode())

    assert len(found) == ways
    assert [client.get(PAGE + way).status_code for way in found] == [200] * ways


def test_without_a_month_it_is_this_one(clock, worker, pair, as_):
    clock.now = datetime(2027, 2, 28, 22, tzinfo=clock.now.tzinfo)

    assert "Mentoring hours at work, March 2027" in main_text(as_(worker).get(PAGE))
