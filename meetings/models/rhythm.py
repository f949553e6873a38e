"""A standing rhythm: every second Tuesday at four, by the wall clock of whoever set it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Mentorship


class RhythmStatus(models.TextChoices):
    """Where a rhythm stands."""

    PROPOSED = "proposed", _("waiting for an answer")
    AGREED = "agreed", _("agreed")
    OFF = "off", _("no agreement")
    ENDED = "ended", _("ended")


class MeetingRhythm(Confidential):
    """A rule of RFC 5545, its first day and its wall time. Meetings are made from it some way ahead."""

    dated = "made_at"

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="rhythms")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    replaces = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    status = models.CharField(
        _("status"), max_length=10, choices=RhythmStatus.choices, default=RhythmStatus.PROPOSED
    )
    rule = models.CharField(_("how often"), max_length=60)  # FREQ=MONTHLY;BYDAY=1TU
    starts_on = models.DateField()  # no meeting before this day
    ends_on = models.DateField(null=True)  # none after this one
    made_until = models.DateField(null=True)  # its meetings are there up to this day
    at = models.TimeField(_("time"))
    zone = models.CharField(_("time zone"), max_length=64)
    minutes = models.PositiveSmallIntegerField(_("length"), default=60)
    means = models.CharField(_("how you meet"), max_length=60)
    place = PrivateText()
    made_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("regular meetings")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship"], condition=Q(status="proposed"), name="rhythm_one_proposed"
            ),
            models.UniqueConstraint(
                fields=["mentorship"], condition=Q(status="agreed"), name="rhythm_one_agreed"
            ),
        ]
