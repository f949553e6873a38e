"""Product 37 and 46: the worker makes a rhythm's next meetings, late, twice or side by side."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

import factories
from meetings.models import Meeting, MeetingRhythm
from meetings.services import follow_up, keeping
from meetings.tests.rhythm_meetings import local_times, whole
from testing.making import rhythm
from testing.meeting_pages import mails, of

pytestmark = pytest.mark.django_db
START = date(2027, 2, 9)


def test_time_passes_and_the_next_ones_are_there_and_nobody_is_mailed(run, clock, mentor):
    before, told = len(local_times(run)), len(mails(mentor))
    clock.go(days=30)

    assert follow_up.with_time()["meetings moved by changed clocks"] == 0
    assert len(local_times(run)) in (before + 4, before + 5) and whole(local_times(run))
    assert len(mails(mentor)) == told


def test_run_twice_it_changes_nothing(run, clock, mentor):
    clock.go(days=30)
    follow_up.with_time()
    before = local_times(run), len(mails(mentor))
    follow_up.with_time()

    assert (local_times(run), len(mails(mentor))) == before


def test_run_very_late_no_date_to_come_is_missing(run, clock):
    clock.go(days=500)
    follow_up.with_time()

    to_come = [local_time for local_time in local_times(run) if local_time > clock.now.replace(tzinfo=None)]
    assert len(to_come) > 55 and whole(to_come)


def test_side_by_side_it_makes_each_once(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    run = rhythm(pair, pair.mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    gone = run.meetings.order_by("-planned")[:20]
    Meeting.objects.filter(pk__in=[meeting.pk for meeting in gone]).delete()
    MeetingRhythm.objects.update(made_until=timezone.now().date() + timedelta(days=200))
    results = at_once([follow_up.with_time] * 3)

    assert not [result for result in results if isinstance(result, Exception)]
    assert whole(local_times(run)) and len(local_times(run)) > 54


def test_after_years_it_is_as_quick_and_as_whole(run, clock, pair, mentee, as_, statements):
    """Twenty years of a rhythm: a page costs as many statements, no date is lost, none made again."""
    client = as_(mentee)
    young = [statements(client, page) for page in (of(pair), of(pair, "rhythm"), "/meetings/")]
    for _year in range(20):
        clock.go(days=365)
        follow_up.with_time()

    client = as_(mentee)
    assert [statements(client, page) for page in (of(pair), of(pair, "rhythm"), "/meetings/")] == young
    assert whole(local_times(run)) and len(local_times(run)) > 1090


def test_one_called_off_by_the_two_is_not_made_again(run, clock, pair, mentor):
    meeting = run.meetings.order_by("planned").first()
    meeting.mentorship = pair
    keeping.cancel(meeting, by=mentor)
    clock.go(days=1)
    follow_up.with_time()

    assert len(local_times(run, "cancelled")) == 1 and local_times(run)[0].day == 16


def test_one_rhythm_that_fails_leaves_the_others_their_turn(run, clock, monkeypatch, caplog):
    other = factories.pair(factories.mentor().member, factories.member())
    second = rhythm(other, other.mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=START)
    before, fill = len(local_times(second)), follow_up.rhythms.fill

    def falls(row):
        if row.pk == run.pk:
            raise ValueError("words of somebody")
        return fill(row)

    monkeypatch.setattr(follow_up.rhythms, "fill", falls)
    clock.go(days=30)
    follow_up.with_time()

    assert len(local_times(second)) > before
    assert "ValueError" in caplog.text and "words of somebody" not in caplog.text
