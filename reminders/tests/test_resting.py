"""Product 70: a pair that was asked and has not answered for half a year rests; nobody else does."""

from datetime import timedelta

import pytest

from mentorships.models import Mentorship
from mentorships.services import pause
from profiles.models import MentorProfile
from reminders.models import Reminder
from reminders.services import answers, checkins, resting
from reminders.tests.conftest import kinds
from testing.making import agreed

pytestmark = pytest.mark.django_db
HALF_A_YEAR = 183


@pytest.fixture
def silent(two, clock):
    """Asked again and again for half a year, without a word."""
    for _month in range(9):
        checkins.send_checkins(clock.go(days=31))
    clock.go(days=7)
    assert Reminder.objects.filter(mentorship=two).exists()
    return two


def status(pair):
    return Mentorship.objects.get(pk=pair.pk).status


def test_after_half_a_year_it_rests_and_both_are_told(silent, clock, mentor, mentee):
    assert resting.rest_silent_pairs(clock.now) == 1
    assert resting.rest_silent_pairs(clock.now) == 0

    assert status(silent) == "resting"
    assert MentorProfile.objects.get(member=mentor).active == 0
    for member in (mentor, mentee):
        assert kinds(member)[-1] == "mentorships/mentorship_rests"


def test_not_a_day_early(two, clock):
    checkins.send_checkins(clock.go(days=60))
    assert resting.rest_silent_pairs(clock.go(days=HALF_A_YEAR - 1)) == 0
    assert resting.rest_silent_pairs(clock.go(days=2)) == 1


def test_a_worker_that_was_away_for_a_year_asks_first(two, clock, mentor):
    checkins.send_checkins(clock.go(days=60))
    checkins.send_checkins(clock.go(days=365))
    assert resting.rest_silent_pairs(clock.now) == 0
    assert kinds(mentor) == ["checkin", "checkin"]
    assert resting.rest_silent_pairs(clock.go(days=7)) == 1


def test_an_answer_counts_as_much_as_a_meeting(silent, clock, mentor):
    reminder = Reminder.objects.filter(mentorship=silent, to=mentor).latest("made_at")
    Reminder.objects.filter(pk=reminder.pk).update(answered_at=clock.now)
    assert resting.rest_silent_pairs(clock.go(days=30)) == 0


def test_not_this_month_counts(silent, clock, mentor):
    answers.rest(silent, by=mentor)
    assert resting.rest_silent_pairs(clock.now) == 0


def test_what_is_planned_counts(silent, clock, mentor, mentee):
    agreed(silent, mentee)
    assert resting.rest_silent_pairs(clock.now) == 0


def test_who_was_never_asked_is_left_alone(two, clock):
    assert resting.rest_silent_pairs(clock.go(days=2 * HALF_A_YEAR)) == 0


def test_a_pause_without_a_date_ends_in_a_rest(two, clock, mentor):
    pause(two, by=mentor)
    assert resting.rest_silent_pairs(clock.go(days=HALF_A_YEAR - 1)) == 0
    assert resting.rest_silent_pairs(clock.go(days=2)) == 1


def test_a_pause_until_a_day_to_come_stays(two, clock, mentor):
    pause(two, by=mentor, until=(clock.now + timedelta(days=400)).date())
    assert resting.rest_silent_pairs(clock.go(days=HALF_A_YEAR + 1)) == 0


@pytest.mark.parametrize("kind", ["peers", "programme"])
def test_peers_rest_and_a_programme_ends_by_itself(silent, clock, kind):
    Mentorship.objects.filter(pk=silent.pk).update(kind=kind)
    assert resting.rest_silent_pairs(clock.now) == (kind == "peers")


def test_nothing_more_is_asked_of_what_rests(silent, clock, mentor):
    resting.rest_silent_pairs(clock.now)
    assert checkins.send_checkins(clock.go(days=60)) == 0
