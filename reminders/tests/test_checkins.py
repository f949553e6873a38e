"""Product 43, 46: one check-in for each of a quiet pair, in their own waking hours, once for each quiet stretch."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail, Unsubscribe
from meetings.models import TimesOffer
from meetings.services import keeping
from mentorships.models import Mentorship, StatusChange
from reminders.models import Contact, Reminder
from reminders.services import checkins
from reminders.tests.conftest import kinds
from testing.making import agreed, in_days, proposed

pytestmark = pytest.mark.django_db


def test_quiet_for_longer_than_a_month_both_are_asked_once(talked, clock, mentor, mentee):
    for _turn in range(31 * 2):
        checkins.send_checkins(clock.go(hours=12))

    assert kinds(mentor) == kinds(mentee) == ["checkin"]


def test_not_a_day_early(talked, clock):
    assert checkins.send_checkins(clock.go(days=29)) == 0
    assert checkins.send_checkins(clock.go(days=1)) == 2


@pytest.mark.parametrize(("rhythm", "days"), [("2-weeks", 14), ("2-months", 61), ("as-needed", 92)])
def test_by_the_rhythm_that_the_two_have_chosen(rhythm, days, talked, clock):
    Contact.objects.create(mentorship=talked, rhythm=rhythm)

    assert checkins.send_checkins(clock.go(days=days - 1)) == 0
    assert checkins.send_checkins(clock.go(days=1)) == 2


def test_a_planned_meeting_is_contact_enough(talked, clock, mentee):
    clock.go(days=29)
    agreed(talked, mentee)
    assert checkins.send_checkins(clock.go(days=3)) == 0

    assert (
        checkins.send_checkins(clock.go(days=30)) == 2
    )  # it has passed, and nobody has said that it was held


def test_times_on_offer_are_a_plan_for_two_weeks(talked, clock, mentee):
    clock.go(days=29)
    proposed(talked, mentee, in_days(60))
    TimesOffer.objects.update(made_at=clock.now)
    assert checkins.send_checkins(clock.go(days=10)) == 0

    assert checkins.send_checkins(clock.go(days=5)) == 2


@pytest.mark.parametrize("contact", ["meeting", "talk", "feedback"])
def test_contact_begins_the_quiet_anew(contact, talked, clock, mentor, mentee):
    clock.go(days=29)
    if contact == "feedback":
        letter = factories.letter(talked, mentor, letter="Well done")
        type(letter).objects.filter(pk=letter.pk).update(given_at=clock.now)
    else:
        keeping.log(talked, by=mentor)
    OutgoingMail.objects.all().delete()

    assert checkins.send_checkins(clock.go(days=28)) == 0
    assert checkins.send_checkins(clock.go(days=2)) == 2


def test_asked_again_only_after_as_long_a_quiet(talked, clock, mentee):
    for _day in range(95):
        checkins.send_checkins(clock.go(days=1))

    assert kinds(mentee) == ["checkin"] * 3


def test_before_the_first_contact_there_is_help_with_the_start_instead(two, clock):
    assert checkins.send_checkins(clock.go(days=50)) == 0
    assert checkins.send_checkins(clock.go(days=1)) == 2


def test_who_has_stopped_check_ins_gets_none_and_the_other_does(talked, clock, mentor, mentee):
    Unsubscribe.objects.create(member=mentor, topic="checkins")

    assert checkins.send_checkins(clock.go(days=30)) == 1
    assert [kinds(mentor), kinds(mentee)] == [[], ["checkin"]]


def test_side_by_side_each_is_asked_once(at_once):
    pairs = [factories.pair(factories.mentor().member, factories.member()) for _ in range(5)]
    long_ago = timezone.now() - timedelta(days=200)
    Mentorship.objects.update(began_at=long_ago)
    StatusChange.objects.update(at=long_ago)
    noon = timezone.now().replace(hour=12)
    counts = at_once([lambda: checkins.send_checkins(noon)] * 4)

    assert sum(counts) == 2 * len(pairs) == Reminder.objects.count()
    assert OutgoingMail.objects.filter(kind="reminders/checkin").count() == 2 * len(pairs)


def test_as_many_statements_for_fifty_pairs_as_for_one(clock, django_assert_max_num_queries):
    for _ in range(50):
        factories.pair(factories.mentor().member, factories.member())
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)

    with django_assert_max_num_queries(2):  # who is quiet: nobody yet
        checkins.send_checkins(clock.go(days=20))
