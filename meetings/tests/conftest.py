"""What the proofs of calendars share: a clock to be set, and parts of the machine that may be missing."""

from datetime import date

import pytest

from mail.models import OutgoingMail
from meetings.models import CalendarSettings
from meetings.services import offering
from meetings.tests.office_hours import OFFICE
from meetings.tests.readers import libical as libical_reader
from testing import clocks, making, strategies
from testing.calendar_answers import seat_of
from testing.making import in_days, rhythm_proposed
from testing.meeting_pages import lives_in, of
from testing.mime_parts import missing


@pytest.fixture(scope="session")
def libical():
    """libical as a reader of batches."""
    if not libical_reader.is_here():
        missing("libical", libical_reader.BRINGS)
    return libical_reader


@pytest.fixture
def clock(monkeypatch):
    """The moment that the programme believes it is: 3 February 2027, nine o'clock in Greenwich."""
    return clocks.set_to(monkeypatch, strategies.NOW)


@pytest.fixture
def wordless(monkeypatch):
    """Mails without their words, which are the slow part of them; their calendars are whole."""
    monkeypatch.setattr("mail.outgoing.render.render_part", lambda *_args: "words")


@pytest.fixture
def rhythm_page(pair):
    """The address of a pair's rhythm."""
    return of(pair, "rhythm")


@pytest.fixture
def proposed(pair, mentee):
    """A rhythm that waits for an answer: each first Tuesday at four, by the mentee."""
    return rhythm_proposed(pair, mentee)


@pytest.fixture
def two(clock, pair, mentor, mentee, settings):
    """A pair whose calendars answer to us; the mentee is in Nairobi."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    lives_in("Africa/Nairobi", mentee)
    return pair


@pytest.fixture
def meeting(two, mentee):
    return making.agreed(two, mentee)


@pytest.fixture
def rhythm(two, mentee):
    return making.rhythm(two, mentee, rule="FREQ=WEEKLY;BYDAY=TU")


@pytest.fixture
def seat(meeting, mentor):
    return seat_of(meeting, mentor)


@pytest.fixture
def feed(mentee):
    return f"/calendar/{CalendarSettings.objects.renew(mentee).feed_secret}.ics"


@pytest.fixture
def full(pair, mentor, mentee):
    """A meeting, one that is to be moved, times on offer, a rhythm; and one that has been."""
    making.put_back(making.agreed(pair, mentee, in_days(20)), days=3)
    making.agreed(pair, mentee, in_days(4))
    moving = making.agreed(pair, mentor, in_days(5))
    offering.offer(moving, by=mentor, slots=[(in_days(6), mentor.time_zone, False)])
    making.proposed(pair, mentee, in_days(8))
    making.rhythm(pair, mentor, rule="FREQ=MONTHLY;BYDAY=1TU")
    OutgoingMail.objects.all().delete()
    return pair


@pytest.fixture
def log(pair):
    return of(pair, "log")


@pytest.fixture
def worker(clock, mentee):
    """Four hours a month are granted; weekdays from nine to five, in Nairobi."""
    return lives_in("Africa/Nairobi", mentee, hours_per_month=4, **OFFICE)


@pytest.fixture
def run(clock, pair, mentee):
    """Each Tuesday at four from 9 February 2027 on, as the mentee proposed."""
    return making.rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=date(2027, 2, 9))
