"""A clock to be set, and pairs as old as a test wants."""

from datetime import UTC, datetime

import pytest

from mail.models import OutgoingMail
from mentorships.models import Mentorship, StatusChange
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
