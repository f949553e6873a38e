"""A clock to be set, and pairs as old as a test wants."""

from datetime import UTC, datetime

import pytest

from mail.models import OutgoingMail
from meetings.services import keeping
from mentorships.models import Mentorship, StatusChange
from reminders.services import checkins
from testing import clocks

START = datetime(2027, 3, 2, 12, tzinfo=UTC)  # a Tuesday; everybody below lives by UTC


@pytest.fixture
def clock(monkeypatch):
    """The moment the programme believes it is."""
    return clocks.set_to(monkeypatch, START)


@pytest.fixture
def two(clock, pair):
    """A pair that begins now, by the clock, and nothing in the outbox."""
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)
    OutgoingMail.objects.all().delete()
    pair.refresh_from_db()
    return pair


def kinds(member):
    """The reminders in somebody's outbox, oldest first, without the room's name."""
    rows = OutgoingMail.objects.filter(to=member).order_by("pk").values_list("kind", flat=True)
    return [kind.removeprefix("reminders/") for kind in rows]


@pytest.fixture
def talked(two, clock, mentee):
    """They have talked, half an hour ago."""
    keeping.log(two, by=mentee)
    return two


@pytest.fixture
def asked(two, clock, mentee):
    """Both have a check-in in their mail."""
    keeping.log(two, by=mentee)
    checkins.send_checkins(clock.go(days=30))
    return two
