"""P23, P24: the odd cases in which a calendar program would have shown something else than the pages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from meetings.calendar import build
from meetings.models import Attendee, Meeting, MeetingRhythm
from meetings.services import follow_up, invitations, keeping, rhythms
from meetings.tests.program import FAR, Program
from meetings.tests.readers import vobjects
from profiles.models import Member
from testing import making, strategies
from testing.meeting_pages import lives_in, mails, openly

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"


@pytest.fixture
def two(clock, pair, mentor, mentee):
    """In Nairobi and in Lincoln, Nebraska."""
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor)
    return pair


def shown(member, since=strategies.NOW, days=50):
    """When something begins in the calendar of somebody who has taken every mail."""
    program = Program(member.email)
    for outgoing in mails(member):
        if outgoing.calendar:
            program.take(outgoing.calendar)
    return program.starts(written(since), written(since + timedelta(days=days)))


def written(at):
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def on_the_pages(days=50):
    rows = Meeting.objects.agreed().filter(starts_at__gt=strategies.NOW)
    return sorted(written(m.starts_at) for m in rows if m.starts_at < strategies.NOW + timedelta(days=days))


def test_moved_to_the_same_hour_on_the_other_wall_it_is_at_another_time(two, mentor, mentee):
    """P24: four in Lincoln in place of four in Nairobi. Told again with the whole rhythm, it stays there."""
    rhythm = making.rhythm(two, mentee, rule=TUESDAYS)
    second = rhythm.meetings.order_by("planned")[1]
    making.moved(second, mentor, datetime(2027, 2, 16, 16))
    invitations.send_rhythm(rhythm)

    assert "20270216T220000Z" in on_the_pages()
    assert shown(mentee) == shown(mentor) == on_the_pages()


def test_what_was_held_earlier_than_planned_is_not_ahead_once_the_rhythm_has_ended(
    two, clock, mentor, mentee
):
    """P24: planned for a day after the end, and the only one there was. It stands where it was held."""
    rhythm = making.rhythm(two, mentee, rule=TUESDAYS, starts_on=date(2027, 3, 2))
    first = rhythm.meetings.order_by("planned")[0]
    making.moved(first, mentee, datetime(2027, 2, 5, 12))
    clock.go(days=5)
    keeping.tell(Meeting.objects.get(pk=first.pk), by=mentee, held=True)
    rhythms.end(MeetingRhythm.objects.get(), by=mentee)

    assert shown(mentee) == shown(mentor) == ["20270205T090000Z"]


def test_what_was_moved_and_held_stays_where_it_was_held(two, clock, mentor, mentee):
    """P24: when the whole rhythm is told again later."""
    rhythm = making.rhythm(two, mentee, rule=TUESDAYS, starts_on=date(2027, 2, 9))
    making.moved(rhythm.meetings.order_by("planned")[0], mentee, datetime(2027, 2, 10, 12))
    clock.go(days=10)
    invitations.send_rhythm(MeetingRhythm.objects.get())

    assert shown(mentor)[:2] == ["20270210T090000Z", "20270216T130000Z"]


def test_a_month_away_that_is_said_later_goes_from_both_calendars(two, mentor, mentee):
    """P24."""
    making.rhythm(two, mentee, rule=TUESDAYS)
    Member.objects.filter(pk=mentor.pk).update(months_away=[3])
    follow_up.with_time()

    assert not [at for at in on_the_pages(90) if at.startswith("202703")]
    assert shown(mentee, days=90) == shown(mentor, days=90) == on_the_pages(90)


def test_a_uid_outlives_the_name_of_the_site(two, mentee, settings):
    """P24: constant for ever, also where a programme moves to an address of its own."""
    meeting = making.agreed(two, mentee)
    settings.SITE_URL = "https://elsewhere.example.org"
    keeping.cancel(meeting, by=mentee)

    assert shown(mentee) == []


def test_whoever_wants_to_know_sees_the_place_in_every_message_but_the_workers(two, mentor, mentee, settings):
    """The worker opens no text, so what it tells has none."""
    openly(mentee)
    meeting = making.agreed(two, mentee, place="Main Library; room 7")
    rhythm = making.rhythm(two, mentee, rule=TUESDAYS, place="+254 700 000 000")
    making.moved(rhythm.meetings.order_by("planned")[1], mentee, datetime(2027, 2, 20, 9))
    places = [
        event["location"]
        for outgoing in mails(mentee)
        if outgoing.calendar
        for event in vobjects.read([outgoing.calendar])[0]
    ]
    assert places == ["Main Library; room 7", "+254 700 000 000", "+254 700 000 000"]

    settings.CONFIDENTIAL_KEYRING = ""
    seat = Attendee.objects.get(meeting=meeting, member=mentee)
    assert build.of_meeting(Meeting.objects.get(pk=meeting.pk), seat, discreet=False).location == ""


def test_ten_thousand_occurrences_are_never_written_out(two, mentee):
    """A rule without an end is a rule, and the list of what it leaves out is as long as the list of meetings."""
    making.rhythm(two, mentee, rule=TUESDAYS)
    text = mails(mentee)[-1].calendar

    assert text.count("RRULE:FREQ=WEEKLY") == 1
    assert "UNTIL" not in text and "COUNT=" not in text and "EXDATE" not in text
    assert len(vobjects.read([text], most=FAR)[0][0]["occurrences"]) == FAR
