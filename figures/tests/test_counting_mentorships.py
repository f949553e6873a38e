"""What the tables count of mentorships: the first contact, the rhythm, how long they last."""

import pytest

from figures.tests.counted_month import MONTH, count, days
from meetings.models import Meeting
from meetings.services import keeping
from mentorships.models import Mentorship

pytestmark = pytest.mark.django_db


def begun(pair, *, at, met=(), ended=None):
    Mentorship.objects.update(began_at=at)
    for day in met:
        keeping.log(pair, by=pair.mentee)
        latest = Meeting.objects.latest("pk")
        Meeting.objects.filter(pk=latest.pk).update(starts_at=at + days(day), ends_at=at + days(day))
    if ended:
        Mentorship.objects.update(ended_at=ended, status="ended")


@pytest.mark.parametrize(("met", "rows"), (((10,), {"begun", "met"}), ((40,), {"begun"}), ((), {"begun"})))
def test_a_first_contact_within_30_days(met, rows, pair):
    begun(pair, at=MONTH.start - days(100), met=met)

    assert {row for row, group in count("starts").items() if group.members} == rows
    waited = count("waiting")["meeting"].of
    assert waited == ({pair.mentee_id: met[0]} if met else {})


@pytest.mark.parametrize(
    ("met", "ended", "state"),
    (
        ((80,), None, "touch"),
        ((20,), None, "quiet"),
        ((), None, "quiet"),
        ((80,), 85, "ended"),
        ((80,), 120, "touch"),
    ),
)
def test_in_touch_by_their_own_rhythm_after_three_months(met, ended, state, pair):
    """The usual rhythm is a month."""
    at = MONTH.start - days(150)
    begun(pair, at=at, met=met, ended=ended and at + days(ended))

    assert {row for row in count("lasting") if row[0] == "3"} == {("3", state)}


def test_how_long_what_ended_had_lasted(pair):
    begun(pair, at=MONTH.start - days(130), ended=MONTH.start)

    assert list(count("ends")) == ["6"]
    assert count("ends", MONTH.later(-1)) == {}
