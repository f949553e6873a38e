"""A pair within a programme, what it has done, and its record of hours. Not for the staff site."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Mentorship
from programmes.models.parts import Milestone
from programmes.models.programme import Programme, Sees

A_DAY = timedelta(days=1)


class Pairing(models.Model):
    """A mentorship that belongs to a programme. `sees`: the less of what the two agreed to, when it began."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="pairings")
    mentorship = models.OneToOneField(Mentorship, models.CASCADE, related_name="pairing")
    sees = models.PositiveSmallIntegerField(choices=Sees.choices)
    began_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    submitted_on = models.DateField(null=True)
    warned_at = models.DateTimeField(null=True)  # that it ends soon

    def __str__(self):
        return f"Pairing {self.pk}"

    def last_day_now(self):
        """Its last day, as its programme says today. `ends_on` has followed it by the next sweep."""
        ends_on = self.programme.end_of_pair(self.began_at.date())
        # The day it began on is that of whoever said yes: a day off is no change.
        return ends_on if abs(ends_on - self.ends_on) > A_DAY or self.programme.ends_on else self.ends_on


class Tick(models.Model):
    """A milestone that a pair says it has done."""

    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="ticks")
    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pairing", "milestone"], name="tick_once")]

    def __str__(self):
        return f"Tick {self.pk}"


class MilestoneReminder(models.Model):
    """That a pair was reminded of a milestone: once."""

    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="+")
    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pairing", "milestone"], name="milestone_told_once")]

    def __str__(self):
        return f"Reminder {self.pk}"


class HoursEntry(Confidential):
    """Time spent for a qualification. The mentee writes it down; the two read it."""

    pair_path = "pairing__mentorship"

    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="hours")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-pk"]
