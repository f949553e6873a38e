"""Product 43: when a check-in comes: in the morning, not in a month away, not while it rests."""

import pytest

from mentorships.models import StatusChange
from mentorships.services import end, pause, resume
from reminders.models import Reminder
from reminders.services import checkins
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rest", [pause, end])
def test_nothing_while_it_rests_or_once_it_has_ended(rest, talked, clock, mentor):
    rest(talked, by=mentor)

    assert checkins.send_checkins(clock.go(days=60)) == 0


def test_taken_up_again_the_quiet_is_counted_from_then(talked, clock, mentor):
    pause(talked, by=mentor)
    clock.go(days=60)
    resume(talked, by=mentor)
    StatusChange.objects.filter(was="paused").update(at=clock.now)

    assert checkins.send_checkins(clock.go(days=29)) == 0
    assert checkins.send_checkins(clock.go(days=1)) == 2


def test_in_their_own_morning(talked, clock, mentor, mentee):
    """Noon in Greenwich is five in the morning in Los Angeles; there it comes at eight."""
    type(mentor).objects.filter(pk=mentor.pk).update(time_zone="America/Los_Angeles")
    clock.go(days=30)
    assert [checkins.send_checkins(clock.now), kinds(mentor), kinds(mentee)] == [1, [], ["checkin"]]
    assert checkins.send_checkins(clock.go(hours=2)) == 0

    assert checkins.send_checkins(clock.go(hours=1)) == 1
    assert Reminder.objects.get(to=mentor).on == clock.now.date()


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_not_in_a_month_when_one_of_them_is_away(who, talked, clock):
    member = getattr(talked, who)
    type(member).objects.filter(pk=member.pk).update(months_away=[4])
    assert checkins.send_checkins(clock.go(days=30)) == 0  # the first of April

    assert checkins.send_checkins(clock.go(days=30)) == 2
