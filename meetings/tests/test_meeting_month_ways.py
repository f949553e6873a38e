"""Product 37: the ways from one month of my meetings to the next, and nobody else's meetings."""

import re
from datetime import datetime

import pytest

from meetings.models import Meeting
from testing.making import agreed
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    "there", ["1999/12", "2101/1", "2027/0", "2027/13", "0/1", "99999999999/1", "2027/99999999999"]
)
def test_beyond_the_bounds_there_is_nothing(there, as_, mentee):
    assert as_(mentee).get(f"/meetings/{there}/").status_code == 404


@pytest.mark.parametrize(
    ("there", "before", "after"),
    [
        ("2027/1", "2026/12", "2027/2"),
        ("2027/12", "2027/11", "2028/1"),
        ("2000/1", None, "2000/2"),
        ("2100/12", "2100/11", None),
    ],
)
def test_the_ways_to_the_neighbours_lead_somewhere(there, before, after, as_, mentee):
    client = as_(mentee)
    page = client.get(f"/meetings/{there}/").content.decode()

    ways = dict(re.findall(r'href="/meetings/(\d+/\d+)/" rel="(prev|next)"', page))
    assert ways == {way: rel for way, rel in ((before, "prev"), (after, "next")) if way}
    assert all(client.get(f"/meetings/{way}/").status_code == 200 for way in ways)


def test_nobody_else_s_stand_there(clock, pair, as_, mentee, stranger):
    """Product 27."""
    agreed(pair, mentee, datetime(2027, 2, 16, 9))

    assert "0 meetings;" in main_text(as_(stranger).get("/meetings/2027/2/"))
    assert str(Meeting.objects.get().code) not in as_(stranger).get("/meetings/2027/2/").content.decode()
