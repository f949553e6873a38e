"""Product 45: until the first contact there is help on days 3, 10 and 21, for the two only."""

import pytest

import factories
from mail.models import OutgoingMail
from meetings.services import keeping
from mentoring.lib import walltime
from mentorships.models import Mentorship, StatusChange
from mentorships.services import pause, resume
from reminders.services import starts
from reminders.tests.conftest import kinds
from testing.making import agreed, in_days

pytestmark = pytest.mark.django_db
STEPS = ["first_move", "first_agenda", "first_choice"]


def days(clock, number):
    """Three sweeps a day."""
    return [starts.send_first_steps(clock.go(hours=8)) for _turn in range(3 * number)]


def test_three_times_and_to_both(two, clock, mentor, mentee):
    days(clock, 60)

    assert kinds(mentor) == kinds(mentee) == STEPS
    since = walltime.to_local(two.began_at, mentee.time_zone)
    last = OutgoingMail.objects.get(to=mentee, kind="reminders/first_choice")
    assert f"a mentorship since {since:%-d %B}," in last.text


@pytest.mark.parametrize(("day", "kind"), [(3, 0), (10, 1), (21, 2)])
def test_on_its_day_and_late_the_last_one_alone(day, kind, two, clock, mentee):
    assert starts.send_first_steps(clock.go(days=day)) == 2

    assert kinds(mentee) == [STEPS[kind]]


def test_nothing_before_the_third_day(two, clock):
    assert not any(days(clock, 2))


def test_the_first_contact_ends_it(two, clock, mentor, mentee):
    days(clock, 4)
    keeping.log(two, by=mentor)
    days(clock, 30)

    assert kinds(mentee) == STEPS[:1]


def test_a_planned_meeting_needs_no_help(two, clock, mentee):
    agreed(two, mentee, in_days(25))
    OutgoingMail.objects.all().delete()
    days(clock, 22)

    assert kinds(mentee) == []


def test_nothing_while_it_rests(two, clock, mentor, mentee):
    pause(two, by=mentor)
    days(clock, 12)

    assert kinds(mentee) == []


def test_taken_up_again_after_a_rest_the_check_ins_see_to_it(two, clock, mentor, mentee):
    pause(two, by=mentor)
    resume(two, by=mentor)
    days(clock, 60)

    assert "first_agenda" not in kinds(mentee)


def test_as_many_statements_for_fifty_pairs_as_for_one(clock, django_assert_num_queries):
    for _ in range(50):
        factories.pair(factories.mentor().member, factories.member(months_away=[3, 4]))
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)

    with django_assert_num_queries(1):  # who has just begun: in each pair one is away
        starts.send_first_steps(clock.go(days=12))


def test_each_reads_what_is_theirs_to_do(two, clock, mentor, mentee):
    days(clock, 4)
    to_mentor, to_mentee = (OutgoingMail.objects.get(to=who) for who in (mentor, mentee))

    assert to_mentee.subject == "Rosalind is waiting to hear from you" and "You write first" in to_mentee.text
    assert to_mentor.subject == "Have you heard from Amina yet?" and "Amina writes first" in to_mentor.text


def test_after_three_weeks_only_the_mentee_is_offered_somebody_else(two, clock, mentor, mentee):
    starts.send_first_steps(clock.go(days=21))
    to_mentor, to_mentee = (OutgoingMail.objects.get(to=who).text for who in (mentor, mentee))

    assert "rather find someone else" in to_mentee
    assert "somebody else" not in to_mentor and "free to look again" in to_mentor
    assert all(
        "We’ve sent this only to the two of you. If you do nothing, your mentorship stays as it is." in text
        for text in (to_mentor, to_mentee)
    )
