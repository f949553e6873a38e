"""Still willing, once a year (5); still with us, after two requests without an answer (21)."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q

from matching.models import MentorRequest, RequestStatus
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentorships.models import MentorshipKind
from profiles.models import MentorProfile
from profiles.models.mentor import ProfileStatus
from profiles.services import pause, publish
from reminders import notifications
from reminders.models import Question, Subject, answer_deadline
from reminders.services.remind import may_be_told

IN_A_ROW = 2


def span_of_days(number):
    """So many days."""
    return timedelta(days=number)


def ask_yearly(now):
    """Every mentor on the list who was neither asked nor has said yes for a year. How many were asked."""
    year_ago = now - span_of_days(numbers().still_willing_days)
    lately = Question.objects.filter(to=OuterRef("member"))
    lately = lately.filter(Q(asked_at__gt=year_ago) | Q(answered_at__gt=year_ago))
    mentors = MentorProfile.objects.filter(status=ProfileStatus.PUBLISHED, published_at__lte=year_ago)
    mentors = mentors.exclude(Exists(lately)).select_related("member")
    awake = [mentor.member for mentor in mentors if may_be_told(mentor.member, now)]
    return run_each(awake, lambda to: _ask(to, Subject.YEARLY, now), passing=IntegrityError)


def ask_after_lapses(member, now):
    """Ask a mentor whose last two requests were left without an answer."""
    last = MentorRequest.objects.filter(mentor=member, kind=MentorshipKind.MENTORING)
    last = last.exclude(decided_at=None)
    last = last.exclude(status=RequestStatus.WITHDRAWN).order_by("-decided_at")
    lapsed = list(last.values_list("status", flat=True)[:IN_A_ROW])
    if (
        lapsed == [RequestStatus.EXPIRED] * IN_A_ROW
        and member.mentor_profile.status == ProfileStatus.PUBLISHED
    ):
        _ask(member, Subject.LAPSED, now)


@transaction.atomic
def _ask(member, subject, now):
    """One question at a time: none while one is open."""
    if Question.objects.filter(to=member, answered_at=None, closed_at=None).exists():
        return False
    question = Question.objects.create(to=member, subject=subject, asked_at=now)
    return bool(notifications.question(question))


def remind_of_questions(now):
    """The yearly question is asked again, twice. How many were."""
    rows = Question.objects.filter(subject=Subject.YEARLY, answered_at=None, closed_at=None)
    due = [
        question
        for question in rows.select_related("to")
        if question.reminded < _should_have(question, now) and may_be_told(question.to, now)
    ]
    return run_each(due, lambda question: _remind(question, _should_have(question, now)))


def _should_have(question, now):
    return sum(question.asked_at + span_of_days(day) <= now for day in numbers().still_willing_reminders_days)


@transaction.atomic
def _remind(question, number):
    rows = Question.objects.filter(
        pk=question.pk, reminded=question.reminded, answered_at=None, closed_at=None
    )
    if rows.update(reminded=number) != 1:
        return False
    question.reminded = number
    return bool(notifications.question(question))


def close_questions(now):
    """Without an answer the profile rests: off the list, never deleted; mentorships go on. How many."""
    late = Q()
    for subject in Subject:
        late |= Q(subject=subject, asked_at__lte=now - answer_deadline(subject))
    rows = Question.objects.filter(late, answered_at=None, closed_at=None).select_related("to")
    return run_each(rows, lambda question: _close(question, now))


@transaction.atomic
def _close(question, now):
    rows = Question.objects.filter(pk=question.pk, answered_at=None, closed_at=None)
    if rows.update(closed_at=now) != 1:
        return False
    profile = MentorProfile.objects.filter(member=question.to, status=ProfileStatus.PUBLISHED).first()
    if profile is None:
        return False
    pause(profile)
    return bool(notifications.profile_rests(question))


@transaction.atomic
def say_yes(question, now):
    """Still here: with one confirm. A profile that rests since is shown again. False if it was said before."""
    if Question.objects.filter(pk=question.pk, answered_at=None).update(answered_at=now) != 1:
        return False
    profile = MentorProfile.objects.filter(member=question.to, status=ProfileStatus.PAUSED).first()
    if profile and question.closed_at:
        publish(profile)
    return True
