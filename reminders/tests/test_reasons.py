"""P22: after a pause, an end, an answer or a contact nothing more goes out, also of what was written before."""

import pytest

from mail.models import OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from matching import services as asking
from meetings.services import keeping
from mentorships.services import end, pause
from reminders.models import Question, Reminder, Subject
from reminders.services import answers, checkins, nudges, questions, requests, starts
from reminders.tests.conftest import kinds
from testing.making import agreed

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(two, clock, mentee, settings):
    """A check-in for both lies in the outbox and is let go."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    keeping.log(two, by=mentee)
    checkins.send_checkins(clock.go(days=30))
    return two


def drained(clock):
    OutgoingMail.objects.update(due_at=clock.now)
    return outbox.drain()


def test_without_a_change_they_go_out(written, clock):
    assert drained(clock) == 2


@pytest.mark.parametrize("change", [pause, end, keeping.log])
def test_not_after_a_pause_an_end_or_a_talk(change, written, clock, mentor):
    clock.go(minutes=1)
    change(written, by=mentor)
    OutgoingMail.objects.exclude(kind="reminders/checkin").delete()

    assert drained(clock) == 0
    assert not OutgoingMail.objects.waiting().exists()


def test_not_once_one_of_the_two_has_answered(written, clock, mentee):

    answers.take_answer(Reminder.objects.get(to=mentee), "later", by=mentee)

    assert drained(clock) == 0


def test_not_once_a_meeting_is_planned(written, clock, mentee):
    agreed(written, mentee)
    OutgoingMail.objects.exclude(kind="reminders/checkin").delete()

    assert drained(clock) == 0


def test_a_stop_between_claim_and_sending(written, clock, mentor, monkeypatch):
    OutgoingMail.objects.update(due_at=clock.now)
    taken = list(OutgoingMail.objects.claim(at=clock.now, limit=10))
    Unsubscribe.objects.create(member=mentor, topic="checkins")

    assert [outgoing.to_id for outgoing in outbox.drop_unwanted(taken)] == [written.mentee_id]


def test_the_start_is_over_with_the_first_contact(two, clock, mentor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    starts.send_first_steps(clock.go(days=3))
    keeping.log(two, by=mentor)

    assert drained(clock) == 0


def test_a_request_that_is_answered_is_not_reminded_of(clock, mentor, mentee, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    request = asking.send_request(mentee=mentee, mentor=mentor, focus="specific-skill", message="Would you?")
    requests.remind_of_requests(clock.go(days=3))
    asking.decline_request(request)
    OutgoingMail.objects.exclude(kind="reminders/request_waits").delete()

    assert drained(clock) == 0


def test_a_question_that_is_answered_is_not_asked(clock, mentor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    question = Question.objects.create(to=mentor, subject=Subject.YEARLY, asked_at=clock.now)
    questions.remind_of_questions(clock.go(days=14))
    questions.say_yes(question, clock.now)

    assert kinds(mentor) == ["still_willing"]
    assert drained(clock) == 0


def test_a_nudge_has_its_reason_in_itself(clock, mentee, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    type(mentee).objects.update(joined_at=clock.now, seeking=[])
    assert nudges.nudge(clock.go(days=5)) == 1

    assert drained(clock) == 1


def test_what_is_asked_costs_as_much_for_fifty_as_for_one(clock, django_assert_max_num_queries):
    import factories
    from mentorships.models import Mentorship, StatusChange

    for _ in range(25):
        factories.pair(factories.mentor().member, factories.member())
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)
    starts.send_first_steps(clock.go(days=3))
    outgoing_mails = list(OutgoingMail.objects.filter(kind="reminders/first_move"))
    assert len(outgoing_mails) == 50

    with django_assert_max_num_queries(3):  # choices, reminders, pairs
        assert len(outbox.drop_unwanted(outgoing_mails)) == 50
