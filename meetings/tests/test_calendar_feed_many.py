"""Product 38: a feed of many meetings costs no more, and has a limit."""

from datetime import timedelta

import pytest
from django.test import Client

import factories
from meetings.models import Attendee, Meeting
from meetings.tests.feeds import text
from testing.making import agreed, in_days, rhythm
from testing.meeting_pages import openly

pytestmark = pytest.mark.django_db


def many(pair, number):
    """So many single meetings from tomorrow on, each with the seats of both."""
    first = agreed(pair, pair.mentee, in_days(2))
    start = first.starts_at
    rows = Meeting.objects.bulk_create(
        Meeting(
            mentorship=pair,
            author=pair.mentee,
            status="agreed",
            means="video",
            local_time=first.local_time,
            zone="UTC",
            starts_at=start + timedelta(hours=n),
            ends_at=start + timedelta(hours=n + 1),
        )
        for n in range(1, number)
    )
    Attendee.objects.bulk_create(Attendee(meeting=row, member=pair.mentee, sequence=0) for row in rows)


@pytest.mark.parametrize("names", [False, True], ids=["discreet", "open"])
def test_five_hundred_meetings_of_several_pairs_take_ten_statements(
    names, feed, pair, mentee, django_assert_max_num_queries
):
    if names:
        openly(mentee)
    for _ in range(5):
        rhythm(factories.pair(factories.mentor().member, mentee), mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    many(pair, 500 - Meeting.objects.count())
    client = Client()

    with django_assert_max_num_queries(10):
        answer = client.get(feed)
    assert answer.content.count(b"BEGIN:VEVENT") == 500


def test_a_thousand_at_the_most_the_next_ones_first(feed, pair, mentee):
    many(pair, 1010)

    calendar = text(feed)
    assert calendar.count("BEGIN:VEVENT") == 1000
    first = Meeting.objects.earliest("starts_at").starts_at
    assert f"DTSTART:{first:%Y%m%dT%H%M%SZ}" in calendar
