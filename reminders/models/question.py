"""A question to a mentor that takes the profile off the list if nobody answers: never the mentorships."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.programme import numbers


class Subject(models.TextChoices):
    """What is asked. The value is the folder of its mail."""

    YEARLY = "still_willing", _("yearly check: still a mentor?")
    LAPSED = "still_with_us", _("two unanswered requests")


def answer_deadline(subject):
    """How long an answer is waited for (a timedelta)."""
    of = {Subject.YEARLY: numbers().still_willing_end_days, Subject.LAPSED: numbers().still_with_us_days}
    return timedelta(days=of[subject])


class Question(models.Model):
    """Asked, reminded of, answered with one click and one confirm, or closed without an answer."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    subject = models.CharField(max_length=20, choices=Subject.choices)
    asked_at = models.DateTimeField(default=timezone.now)
    reminded = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["to"], condition=Q(answered_at=None, closed_at=None), name="question_open_once"
            )
        ]

    def __str__(self):
        return f"Question {self.pk}"

    def occasion(self, number):
        """The occasion of a mail of this question: of its asking (0), a reminder (1, 2), or "closed"."""
        return f"question-{self.pk}-{number}"

    def occasions(self):
        """Of all its mails so far."""
        return [self.occasion(number) for number in (*range(self.reminded + 1), "closed")]

    @property
    def ends_at(self):
        """When it closes if nobody answers."""
        return self.asked_at + answer_deadline(self.subject)
