"""P26: a country gives up summer time. One mail to each of the two, then none; the meeting stays where it was on the wall.

With two real files of the zone database: Mexico as it was in tzdata 2022a, and as it is since October 2022.
"""

import zoneinfo
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

import factories
from mail.models import OutgoingMail
from meetings.models import Attendee, Meeting
from meetings.services import follow_up
from meetings.tests.program import Program
from mentoring.lib import walltime
from mentoring.lib.calendar.zones import vtimezone
from testing import making
from testing.meeting_pages import mails

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parent / "tz"
MEXICO, WALL = "America/Mexico_City", datetime(2027, 7, 1, 16)


@pytest.fixture
def tzdata():
    """`tzdata("2022a")`: Mexico's clocks as that version has them. Everything as it was afterwards."""
    was = zoneinfo.TZPATH

    def use(*folders):
        zoneinfo.reset_tzpath([*folders, *was])
        zoneinfo.ZoneInfo.clear_cache()
        vtimezone.cache_clear()

    use(str(FILES / "2022a"))
    yield lambda version: use(str(FILES / version))
    use()


@pytest.fixture
def two(clock, tzdata):
    """A pair, of whom one lives in Mexico."""
    mentor = factories.mentor(time_zone=MEXICO).member
    return factories.pair(mentor, factories.member(time_zone="Europe/London"))


def changed(tzdata):
    """A new version is there; the worker comes by. What it counts, and the mails that came of it."""
    OutgoingMail.objects.all().delete()
    tzdata("2026f")
    done = follow_up.with_time()
    return done["meetings moved by changed clocks"] + done["rhythms gone on"], list(
        OutgoingMail.objects.order_by("pk")
    )


def test_a_single_meeting_is_told_to_both_once_with_the_next_number(two, tzdata):
    """P26."""
    meeting = making.agreed(two, two.mentor, WALL)
    assert meeting.starts_at == datetime(2027, 7, 1, 21, tzinfo=UTC)

    count, outgoing_mails = changed(tzdata)

    meeting.refresh_from_db()
    assert (count, meeting.starts_at) == (1, datetime(2027, 7, 1, 22, tzinfo=UTC))
    assert walltime.to_local(meeting.starts_at, MEXICO) == WALL
    assert sorted(outgoing.to_id for outgoing in outgoing_mails) == sorted([two.mentor_id, two.mentee_id])
    assert set(Attendee.objects.values_list("sequence", flat=True)) == {1}
    for outgoing in outgoing_mails:
        assert "\r\nSEQUENCE:1\r\n" in outgoing.calendar
        assert "\r\nDTSTART:20270701T220000Z\r\n" in outgoing.calendar
        assert outgoing.subject.startswith("Clocks changed")


def test_a_rhythm_is_told_to_both_once_with_the_next_number(two, tzdata):
    """P26."""
    rhythm = making.rhythm(two, two.mentor, at=time(16), starts_on=date(2027, 2, 4))
    programs = [taught(Program(member.email), member) for member in (two.mentor, two.mentee)]

    count, outgoing_mails = changed(tzdata)

    assert (count, len(outgoing_mails)) == (1, 2)
    assert {outgoing.to_id for outgoing in outgoing_mails} == {two.mentor_id, two.mentee_id}
    pages = sorted(f"{at:%Y%m%dT%H%M%SZ}" for at in starts(rhythm))
    assert {walltime.to_local(at, MEXICO).time() for at in starts(rhythm)} == {time(16)}
    for program, member in zip(programs, (two.mentor, two.mentee), strict=True):
        taught(program, member)
        assert program.starts("2027", "20280308") == pages


def starts(rhythm):
    return [at.astimezone(UTC) for at in rhythm.meetings.values_list("starts_at", flat=True)]


def taught(program, member):
    """A calendar program that has taken every message to somebody."""
    for outgoing in mails(member):
        if outgoing.calendar:
            program.take(outgoing.calendar)
    return program


def test_the_second_time_there_is_nothing_to_tell(two, tzdata):
    """P26."""
    making.agreed(two, two.mentor, WALL)
    making.rhythm(two, two.mentor, at=time(16))
    changed(tzdata)
    OutgoingMail.objects.all().delete()

    assert set(follow_up.with_time().values()) == {0}
    assert not OutgoingMail.objects.exists()


def test_what_the_change_does_not_touch_is_not_told(two, tzdata):
    """P26: in winter, in another zone, or one of a rhythm that was moved to another wall."""
    making.agreed(two, two.mentor, datetime(2027, 2, 20, 16))
    making.agreed(two, two.mentee, WALL)
    count, outgoing_mails = changed(tzdata)

    assert (count, outgoing_mails) == (0, [])


def test_one_of_a_rhythm_that_stands_in_another_zone_stays_there(two, tzdata):
    """P26: the others move, in the same mail."""
    rhythm = making.rhythm(two, two.mentor, at=time(16), starts_on=date(2027, 2, 4))
    moved = Meeting.objects.filter(rhythm=rhythm, planned__startswith="2027-06").get()
    making.moved(moved, two.mentee, WALL)

    count, outgoing_mails = changed(tzdata)

    assert (count, len(outgoing_mails)) == (1, 2)
    moved.refresh_from_db()
    assert walltime.to_local(moved.starts_at, "Europe/London") == WALL


def test_what_has_been_is_left_as_it_was(two, tzdata, clock):
    """P26."""
    meeting = making.agreed(two, two.mentor, WALL)
    clock.go(days=200)
    count, outgoing_mails = changed(tzdata)

    was = meeting.starts_at
    meeting.refresh_from_db()
    assert (count, outgoing_mails, meeting.starts_at) == (0, [], was)
