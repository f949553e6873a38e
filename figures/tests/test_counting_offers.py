"""What the tables of the offer count, from the dates of the list of members and from counters."""

from datetime import UTC, datetime, timedelta

import pytest

from figures.counting import TABLES
from figures.months import PublishedMonth
from joining.models import DeclineCount, RosterEntry
from profiles.models import Member

pytestmark = pytest.mark.django_db
MONTH = PublishedMonth(datetime(2027, 3, 1, tzinfo=UTC).date())


def count(table):
    return TABLES.get(table).count(MONTH)


def days(number):
    return timedelta(days=number)


def test_who_was_told_and_what_came_of_it(mentor, mentee):
    told = {"state": "current", "offered_at": MONTH.start - days(30)}
    joined = RosterEntry.objects.create(email="a@x.example", member=mentee, **told)
    said_no = RosterEntry.objects.create(email="b@x.example", declined_at=MONTH.start - days(2), **told)
    silent = RosterEntry.objects.create(email="c@x.example", **told)
    RosterEntry.objects.create(email="d@x.example", state="current", offered_at=MONTH.start - days(400))
    RosterEntry.objects.create(email="e@x.example", state="current")
    Member.objects.update(joined_at=MONTH.start - days(9))

    found = {row: group.members for row, group in count("offers").items()}
    assert joined.member == mentee
    assert found["told"] == {mentee.pk, f"entry {said_no.pk}", f"entry {silent.pk}"}
    assert (found["joined"], found["declined"]) == ({mentee.pk}, {f"entry {said_no.pk}"})


@pytest.mark.parametrize(("more", "told"), [(8, False), (9, True)])
def test_reasons_are_told_once_there_are_twenty(more, told):
    for month, reason, number in (
        (MONTH.first, "time", 6),
        (MONTH.first - days(150), "time", 5),
        (MONTH.first, "privacy", more),
        (MONTH.first - days(500), "other", 40),
    ):
        DeclineCount.objects.create(month=month.replace(day=1), reason=reason, count=number)

    found = {reason: answers.count for reason, answers in count("no-thanks").items()}
    assert found == ({"time": 11, "privacy": more} if told else {})
