"""P24: what stands in a calendar is taken out again, whatever its owner stopped."""

import pytest

from mail import preferences
from mail.outgoing import outbox
from mail.services import withdraw_unsent
from mail.topics import TOPICS
from meetings.models import Attendee
from meetings.services import keeping, rhythms
from meetings.tests.stopped_mails import cancelled, stop
from testing.making import agreed, in_days, moved, rhythm, rhythm_proposed
from testing.meeting_pages import mails

pytestmark = pytest.mark.django_db
TOLD = "We’ll email you both a calendar update."


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


def newest(member):
    """The calendar of the last mail to them."""
    return mails(member)[-1].calendar


def test_called_off_goes_out_to_a_calendar_that_has_it(meeting, pair, as_, mentor, mentee):
    """Fault F3."""
    outbox.drain()
    stop(mentor)
    page = cancelled(pair, meeting, as_(mentee))

    assert "METHOD:CANCEL" in newest(mentor)
    assert TOLD in page
    assert outbox.drain() == 2, "not dropped at the moment of sending either"


def test_a_moved_time_too(meeting, mentor, mentee):
    stop(mentor)
    moved(meeting, mentee, in_days(9))

    assert "METHOD:REQUEST" in newest(mentor) and "SEQUENCE:1" in newest(mentor)
    assert "You’ve stopped emails like this one" in mails(mentor)[-1].text


def test_what_was_written_before_the_stop_still_goes_out(meeting, mentor, mentee):
    outbox.drain()
    keeping.cancel(meeting, by=mentee)
    stop(mentor)

    assert outbox.drain() == 2


def test_an_invitation_is_stopped_and_with_it_what_follows(pair, as_, mentor, mentee):
    """It is in no calendar, so nothing has to come out of it."""
    stop(mentor)
    meeting = agreed(pair, mentee)
    page = cancelled(pair, meeting, as_(mentee))

    assert mails(mentor, "meeting_") == []
    assert "We will not email Rosalind" in page and TOLD not in page


def test_the_end_of_a_rhythm_and_one_of_it_that_is_called_off(pair, mentor, mentee):
    run = rhythm(pair, mentee)
    stop(mentor)
    keeping.cancel(run.meetings.order_by("planned")[0], by=mentee)
    assert "METHOD:CANCEL" in newest(mentor)
    rhythms.end(run, by=mentee)

    assert "METHOD:CANCEL" in newest(mentor)


def test_only_what_calendars_need_goes_past_a_stop(meeting, mentor, mentee, pair):
    """No other mail about meetings, and nothing once all is over."""
    stop(mentor)
    before = len(mails(mentor))
    rhythm_proposed(pair, mentee)
    keeping.cancel(meeting, by=mentee)

    assert len(mails(mentor)) == before + 1


def test_a_called_off_meeting_is_not_taken_back_with_what_waits(meeting, mentor, mentee, pair):
    """A block deletes what waits; the calendar still has the meeting."""
    keeping.cancel(meeting, by=mentee)
    withdraw_unsent(to=(mentor,), about=[pair.code])

    assert [mail.kind for mail in mails(mentor) if mail.calendar] == ["meetings/meeting_cancelled"]


def test_an_event_of_before_this_column_counts_as_sent(meeting, mentor):
    assert Attendee.objects.get(member=mentor, meeting=meeting).in_calendar


def test_every_topic_may_be_stopped_at_once(meeting, mentor, mentee):
    preferences.unsubscribe(mentor.pk, [topic.name for topic in TOPICS])
    keeping.cancel(meeting, by=mentee)

    assert "METHOD:CANCEL" in newest(mentor)
