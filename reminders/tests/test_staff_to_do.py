"""Product 54: how many mentors let requests lapse and since when; never who, nor who asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories import member, mentor
from reminders import hooks
from reminders.models import Question, Subject

pytestmark = pytest.mark.django_db


def test_count_and_age_alone(coordinator):
    since = timezone.now() - timedelta(days=15)
    for days in (0, 3):
        who = mentor(name="Rosalind Achterberg").member
        Question.objects.create(to=who, subject=Subject.LAPSED, asked_at=since + timedelta(days=days))
    (task,) = hooks.silent_mentors(coordinator)

    assert task.label.startswith("2 mentors have left two requests in a row unanswered; we’re asking")
    assert (task.since, task.late_days) == (since, 14)
    assert task.url == "/admin/profiles/mentorprofile/"


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": Subject.YEARLY},
        {"subject": Subject.LAPSED, "answered_at": timezone.now()},
        {"subject": Subject.LAPSED, "closed_at": timezone.now()},
    ],
)
def test_whoever_has_answered_or_rests_needs_nobody(fields, coordinator):
    Question.objects.create(to=mentor().member, **fields)

    assert list(hooks.silent_mentors(coordinator)) == []


def test_nothing_for_whoever_may_not_see_mentors():
    Question.objects.create(to=mentor().member, subject=Subject.LAPSED)

    assert list(hooks.silent_mentors(member(is_staff=True))) == []
