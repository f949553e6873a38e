"""What a programme consists of: milestones with dates, and pages to read."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.programme import Programme


class MilestoneKind(models.TextChoices):
    """What is due."""

    ACTIVITY = "activity", _("Activity")
    EVIDENCE = "evidence", _("Evidence goal")
    PORTFOLIO = "portfolio", _("Portfolio date")


class MilestoneQuerySet(models.QuerySet):
    """The milestones that hold."""

    def held(self):
        """Without those that were called off."""
        return self.filter(called_off=False)


class Milestone(models.Model):
    """A kick-off, a webinar, a piece of evidence. At a time, on a day, or whenever the pair likes."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="milestones")
    kind = models.CharField(
        _("kind"), max_length=10, choices=MilestoneKind.choices, default=MilestoneKind.ACTIVITY
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("what happens"), max_length=2_000, blank=True)
    starts_at = models.DateTimeField(
        _("starts at"),
        null=True,
        blank=True,
        help_text=_("In the time zone named at the foot of this page; members see it in their own."),
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    due_on = models.DateField(_("or due on"), null=True, blank=True)
    place = models.CharField(_("place or link"), max_length=500, blank=True)
    called_off = models.BooleanField(_("cancelled"), default=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)  # of its event in calendars

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("milestone"), _("milestones")
        ordering = ["pk"]

    def __str__(self):
        return self.title

    @property
    def day(self):
        """The day it is on for the reader, or None."""
        return timezone.localtime(self.starts_at).date() if self.starts_at else self.due_on

    @property
    def ends_at(self):
        """When it is over, for one at a time."""
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)


class TrainingPage(models.Model):
    """A page to read, in Markdown; for those who take part."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="pages")
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), max_length=50_000)

    class Meta:
        verbose_name, verbose_name_plural = _("training page"), _("training pages")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title
