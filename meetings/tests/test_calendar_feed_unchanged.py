"""Product 38: a calendar program that has a feed already is told that nothing changed, or gets it anew."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from meetings import listing
from meetings.calendar import build
from meetings.models import CalendarSettings, Meeting
from meetings.services import keeping
from mentoring.lib import walltime
from mentoring.lib.calendar import ics
from profiles.models import Member
from testing.making import agreed, rhythm
from testing.meeting_pages import openly

pytestmark = pytest.mark.django_db
MOMENTS = (datetime(2027, 3, 1, 8, tzinfo=UTC), datetime(2027, 3, 1, 9, tzinfo=UTC))


@pytest.fixture
def meeting(pair, mentor, mentee):
    openly(mentee)
    rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU")
    return agreed(pair, mentee)


def asked(feed, etag=""):
    return Client(headers={"If-None-Match": etag} if etag else {}).get(feed)


def test_unchanged_it_is_told_so_without_a_body(feed, meeting):
    first = asked(feed)
    again = asked(feed, first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert first["Cache-Control"] == again["Cache-Control"] == "private, no-cache"


def cancelled(meeting, mentor):
    keeping.cancel(meeting, by=mentor)


def at_another_place(meeting, mentor):
    meeting.place = "Room 4"
    meeting.save()


def moved(meeting, mentor):
    one = Meeting.objects.exclude(rhythm=None).latest("starts_at")
    one.put_at(walltime.parse_local(one.local_time) + timedelta(hours=1), one.zone)
    one.save()


def renamed(meeting, mentor):
    Member.objects.filter(pk=mentor.pk).update(name="Rosalind Newname")


def discreet(meeting, mentor):
    CalendarSettings.objects.update(discreet=True)


@pytest.mark.parametrize("change", [cancelled, at_another_place, moved, renamed, discreet])
def test_whatever_changes_what_it_says_brings_it_anew(change, feed, meeting, mentor):
    before = asked(feed)
    change(meeting, mentor)
    after = asked(feed, before["ETag"])

    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert after.content != before.content


def test_the_moment_of_writing_is_no_change(meeting, mentee):
    events = list(build.feed(listing.of_feed(mentee, with_places=True), mentee, discreet=False))
    one, other = (ics.feed(events, at=at) for at in MOMENTS)

    assert one != other
    assert ics.etag_of(one) == ics.etag_of(other)
