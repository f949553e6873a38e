"""Product 16 and 37: a page of meetings takes as many statements with fifty rows as with one, and few."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from meetings.models import CalendarSettings, ItemKind, Meeting
from meetings.services import items, keeping, offering
from mentorships.services import goals
from testing.making import agreed, in_days, proposed, put_back, rhythm, rhythm_proposed
from testing.meeting_pages import of, openly

pytestmark = pytest.mark.django_db


def lives(pair, number):
    """So many meetings to come, over and not told, held and missed; times on offer; lines of an agenda."""
    by, other = pair.mentor, pair.mentee
    for turn in range(number):
        days = number + turn + 2
        proposed(pair, by, in_days(days, hour=9), in_days(days, hour=11))
        meeting = agreed(pair, other, in_days(days, hour=15))
        offering.offer(meeting, by=by, slots=[(in_days(days, hour=17), by.time_zone, False)])
        put_back(agreed(pair, other, in_days(days, hour=18)), days=turn + 1)
        for held in (True, False):
            been = put_back(agreed(pair, by, in_days(days, hour=19 + held)), days=turn + 2)
            keeping.tell(been, by=by, held=held)
        keeping.log(pair, by=other, at=timezone.now() - timedelta(days=turn + 3))


def lines(meeting, number):
    for turn in range(number):
        by = (meeting.mentorship.mentor, meeting.mentorship.mentee)[turn % 2]
        for kind in ItemKind.values:
            items.add_item(meeting, by=by, kind=kind, text=f"{kind} {number}-{turn}")


@pytest.fixture
def pages(pair, mentee):
    """{address: the most it may take}, of a pair that has one of everything."""
    lives(pair, 1)
    openly(mentee)
    one = Meeting.objects.filter(status="agreed", starts_at__gt=timezone.now()).first()
    month = f"{one.starts_at:%Y/%-m}/"
    feed = CalendarSettings.objects.renew(mentee).feed_secret
    return {
        "/": 22,  # each room is asked for what waits: narrowly, and once more for what there is
        pair.get_absolute_url(): 10,
        of(pair): 10,
        of(pair, one): 10,
        of(pair, "rhythm"): 10,
        "/meetings/": 10,
        f"/meetings/{month}": 10,
        f"/meetings/time/?month={one.starts_at:%Y-%m}": 10,
        f"/meetings/time/letter/?month={one.starts_at:%Y-%m}": 10,
        f"/calendar/{feed}.ics": 10,
    }


def counts(client, pages, statements):
    return {page: statements(client, page) for page in pages}


def test_one_and_fifty_take_the_same_and_few(pages, pair, as_, statements, monkeypatch):
    monkeypatch.setattr("meetings.services.locking.OFFERS_AN_HOUR", 1000)
    both = (pair.mentor, pair.mentee)
    rhythm(pair, pair.mentor, rule="FREQ=MONTHLY;BYDAY=1TU")
    rhythm_proposed(pair, pair.mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    goals.add_goal(pair, by=pair.mentee, title="Teach", why="", readings="", due_on=None)
    soon = Meeting.objects.filter(status="agreed", starts_at__gt=timezone.now()).earliest("starts_at")
    lines(soon, 1)
    one = [counts(as_(member), pages, statements) for member in both]
    lives(pair, 49)
    lines(soon, 24)

    assert [counts(as_(member), pages, statements) for member in both] == one
    for each in one:
        assert {page: (each[page], most) for page, most in pages.items() if each[page] > most} == {}


def test_one_mentorship_and_six_take_the_same(pages, pair, as_, mentee, statements):
    own = [page for page in pages if "mentorships" not in page]
    client = as_(mentee)
    rhythm_proposed(pair, pair.mentor)
    one = counts(client, own, statements)
    for _ in range(5):
        other = factories.pair(factories.mentor().member, mentee)
        lives(other, 1)
        rhythm_proposed(other, other.mentor)

    client = as_(mentee)
    assert counts(client, own, statements) == one
