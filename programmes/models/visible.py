"""What coordinators may see, in tables of their own: the login of the staff site has no right to any other.

The members' process writes a row here when everybody it names has agreed to that much on joining. No row leads to
a mentorship, and none is left once a level is narrowed.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.enrolment import Part
from programmes.models.parts import Milestone
from programmes.models.programme import Programme

MEMBER = settings.AUTH_USER_MODEL


class VisibleEnrolment(models.Model):
    """Somebody who takes part, or waits, and agreed that coordinators see it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="visible_enrolments")
    member = models.ForeignKey(MEMBER, models.CASCADE, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices)
    waits = models.BooleanField(default=False)
    holds_qualification = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "member"], name="visible_enrolment_once")]

    def __str__(self):
        return f"Visible enrolment {self.pk}"


class VisiblePair(models.Model):
    """Two who are paired, and both agreed that coordinators see it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="visible_pairs")
    mentor = models.ForeignKey(MEMBER, models.CASCADE, related_name="+")
    mentee = models.ForeignKey(MEMBER, models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "mentor", "mentee", "began_at"], name="visible_pair_once"
            )
        ]

    def __str__(self):
        return f"Visible pair {self.pk}"


class VisibleTick(models.Model):
    """A milestone that a visible pair has done, and both agreed that coordinators see it."""

    pair = models.ForeignKey(VisiblePair, models.CASCADE, related_name="ticks")
    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pair", "milestone"], name="visible_tick_once")]

    def __str__(self):
        return f"Visible tick {self.pk}"


class Counted(models.TextChoices):
    """What is counted of a programme."""

    MENTORS = "mentors", _("Mentors")
    MENTEES = "mentees", _("Mentees")
    WAITING = "waiting", _("On the waiting list")
    PAIRED = "paired", _("Mentees with a mentor")


class ProgrammeCount(models.Model):
    """A number of people in a programme, rounded by the worker; never the true one."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="counts")
    what = models.CharField(max_length=10, choices=Counted.choices)
    number = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "what"], name="programme_count_once")]

    def __str__(self):
        return f"Count {self.pk}"
