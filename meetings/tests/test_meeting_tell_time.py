"""A meeting was held at another time than planned: said by either, and refused where it cannot be."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.models import Meeting
from meetings.tests.meeting_rows import status
from mentoring.lib import walltime
from testing.making import agreed, put_back, rhythm
from testing.meeting_pages import of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def meeting(pair, mentee):
    """Agreed, and over since an hour."""
    return put_back(agreed(pair, mentee), hours=2)


def at(ago, zone):
    return walltime.format_local(walltime.to_local(timezone.now() - ago, zone))


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_it_was_held_at_another_time(who, meeting, pair, as_, request):
    member = request.getfixturevalue(who)
    member.time_zone = "America/St_Johns"
    member.save()
    data = {"at": at(timedelta(days=1), member.time_zone), "minutes": "30", "means": "phone"}
    answer = as_(member).post(of(pair, meeting, "instead"), data)

    assert answer.url == of(pair, meeting)
    held = Meeting.objects.get(pk=meeting.pk)
    assert (held.status, held.minutes, held.means) == ("held", 30, "phone")
    assert abs(timezone.now() - timedelta(days=1) - held.starts_at) < timedelta(minutes=2)
    assert held.ends_at - held.starts_at == timedelta(minutes=30)
    assert (held.local_time, held.zone) == (data["at"], "America/St_Johns")  # as their own clock showed it


def test_one_of_a_rhythm_that_was_held_elsewhen_leaves_its_rhythm_alone(clock, pair, as_, mentor, mentee):
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    first = run.meetings.order_by("starts_at").first()
    others = set(run.meetings.exclude(pk=first.pk).values_list("starts_at", flat=True))
    clock.go(days=8)
    data = {"at": at(timedelta(days=1), mentor.time_zone), "minutes": "60", "means": "phone"}
    as_(mentor).post(of(pair, first, "instead"), data)

    assert status(first) == "held"
    assert set(run.meetings.exclude(pk=first.pk).values_list("starts_at", flat=True)) == others


@pytest.mark.parametrize(
    ("typed", "why"),
    [("tomorrow", "Enter a date and a time"), ("", "required"), (None, "Enter a time in the past")],
)
def test_an_odd_other_time_is_refused_in_place(typed, why, meeting, pair, as_, mentor):
    typed = at(timedelta(days=-1), mentor.time_zone) if typed is None else typed
    page = as_(mentor).post(of(pair, meeting, "instead"), {"at": typed, "minutes": "30", "means": "phone"})

    assert why in page.content.decode() and typed in page.content.decode()
    assert status(meeting) == "agreed"


def test_another_time_is_not_said_of_what_is_to_come(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    data = {"at": at(timedelta(days=1), mentor.time_zone), "minutes": "30", "means": "phone"}

    assert as_(mentor).get(of(pair, meeting, "instead")).url == of(pair, meeting)
    assert as_(mentor).post(of(pair, meeting, "instead"), data).url == of(pair, meeting)
    assert status(meeting) == "agreed"
