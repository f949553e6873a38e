"""The worker's own login is enough for all that meetings do without anybody (P8, the other way round)."""

from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from meetings.models import Meeting
from meetings.services import follow_up
from mentorships import services as mentorship_services
from testing.logins import as_login, make
from testing.making import agreed, rhythm

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]


@pytest.fixture
def run(clock, pair, mentee):
    """Each Tuesday at four; the logins are made."""
    made = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=date(2027, 2, 9))
    make()
    return made


def test_it_makes_the_next_meetings_of_a_rhythm(run, clock, caplog):
    before = Meeting.objects.count()
    clock.go(days=30)
    with as_login("worker"):
        follow_up.with_time()

    assert Meeting.objects.count() > before
    assert "failed" not in caplog.text


def test_it_follows_changed_clocks(clock, pair, mentee, caplog):
    """As if it had been made under other rules: an hour off."""
    meeting = agreed(pair, mentee)
    make()
    Meeting.objects.update(starts_at=meeting.starts_at + timezone.timedelta(hours=1))
    with as_login("worker"):
        done = follow_up.with_time()

    assert done["meetings moved by changed clocks"] > 0
    assert "failed" not in caplog.text


def test_it_calls_off_what_was_ahead_of_a_pair_that_ends(run, pair, mentor, caplog):
    mentorship_services.end(pair, by=mentor)
    with as_login("worker"):
        follow_up.after_pairs()

    assert set(Meeting.objects.values_list("status", flat=True)) <= {"cancelled", "off"}
    assert "failed" not in caplog.text
