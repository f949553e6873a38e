"""One line of a member's own record of hours. Nobody else sees that it is there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import OfOneMember


class TimeKind(models.TextChoices):
    """What the time went into."""

    MEETING = "meeting", _("Meeting")
    PREPARATION = "preparation", _("Preparation")
    READING = "reading", _("Reading")
    TRAINING = "training", _("Training")
    OTHER = "other", _("Something else")


class TimeEntry(OfOneMember):
    """A day, how long, and into what. `source` is the key of the meeting it was taken from, empty if it was typed."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    kind = models.CharField(_("kind of time"), max_length=12, choices=TimeKind.choices)
    note = PrivateText()
    source = models.CharField(_("which meeting it was taken from"), max_length=80, blank=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entry in the record of hours")
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["member", "day"], name="time_of_member")]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "source"], condition=~Q(source=""), name="time_of_source_once"
            )
        ]
