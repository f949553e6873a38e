"""A day of open hours, as at a conference: tables, and a time for each talk. Everybody may read all of it."""

import uuid
from datetime import datetime, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib import walltime
from open_hours.models.talk import Talk

MINUTES = ((10, "10"), (15, "15"), (20, "20"), (25, "25"), (30, "30"), (45, "45"), (60, "60"))
MOST_TABLES = 60


class TalkDay(models.Model):
    """What coordinators set. Its times are on the wall of its zone."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=100)
    on = models.DateField(_("date"))
    zone = models.CharField(_("time zone"), max_length=64)
    place = models.CharField(_("place"), max_length=200)
    starts = models.TimeField(_("start"))
    ends = models.TimeField(_("end"))
    minutes = models.PositiveSmallIntegerField(_("minutes of a talk"), choices=MINUTES, default=20)
    tables = models.PositiveSmallIntegerField(
        _("number of tables"), default=6, validators=[MinValueValidator(1), MaxValueValidator(MOST_TABLES)]
    )
    text = models.TextField(_("text"), max_length=1000, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("day of open hours")
        verbose_name_plural = _("days of open hours")
        ordering = ["on", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Its page on the member site."""
        return reverse("talk_day", args=[self.code])

    @property
    def starts_at(self):
        """When it begins (aware)."""
        return walltime.instant_of_calendar(datetime.combine(self.on, self.starts), self.zone)

    @property
    def ends_at(self):
        """When it ends (aware)."""
        return walltime.instant_of_calendar(datetime.combine(self.on, self.ends), self.zone)

    @property
    def over(self):
        """Whether it has ended by the clock."""
        return self.ends_at <= timezone.now()

    @property
    def times(self):
        """Every instant (aware) at which a talk begins: one after another, as long as a whole one fits."""
        at, step, found = self.starts_at, timedelta(minutes=self.minutes), []
        while at + step <= self.ends_at:
            found.append(at)
            at += step
        return found

    def taken(self):
        """Its talks that are not withdrawn, with the mentor, without what is sealed."""
        rows = Talk.objects.filter(day=self).exclude(status="withdrawn")
        return rows.dates().select_related("mentor").order_by("table", "starts_at")
