"""Answers of the demonstration's year that come after their rows have gone."""

import pytest
from django.utils import timezone

import factories
from demo.year import answers
from reminders.models import Question, Reminder, ReminderKind, Subject

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_whoever_left_after_a_check_in_answers_nothing(pair):
    asked = Reminder.objects.create(
        to=pair.mentee, mentorship=pair, kind=ReminderKind.CHECKIN, on=timezone.localdate()
    )
    gone = asked.pk
    asked.delete()

    answers.answer_checkin(None, gone)

    assert not Reminder.objects.exists()


def test_a_mentor_who_left_after_the_yearly_question_answers_nothing():
    asked = Question.objects.create(to=factories.MemberFactory(), subject=Subject.YEARLY)
    gone = asked.pk
    asked.delete()

    answers.say_yes(None, gone)

    assert not Question.objects.exists()
