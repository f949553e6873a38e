"""The waiting list of a day: who is first is offered a time that becomes free."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from open_hours.models.day import TalkDay
from open_hours.models.talk import Talk


class WaitStatus(models.TextChoices):
    """Where somebody on the list stands."""

    WAITING = "waiting", _("waiting")
    OFFERED = "offered", _("offered a time")
    TAKEN = "taken", _("has a time")
    LEFT = "left", _("left the list")
    LAPSED = "lapsed", _("did not answer")


class TalkWait(models.Model):
    """One member waits for a time of one day, of one subject or of any (`focus` is empty)."""

    day = models.ForeignKey(TalkDay, models.CASCADE, related_name="waits")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    focus = models.CharField(_("focus"), max_length=60, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=WaitStatus.choices, default=WaitStatus.WAITING
    )
    talk = models.ForeignKey(Talk, models.CASCADE, null=True, related_name="waits")
    until = models.DateTimeField(null=True)  # until when the time is kept for them
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("place on a waiting list")
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "member"],
                condition=Q(status__in=["waiting", "offered"]),
                name="wait_for_day_once",
            ),
            models.UniqueConstraint(fields=["talk"], condition=Q(status="offered"), name="wait_offered_once"),
        ]

    def __str__(self):
        return f"Wait {self.pk}"

    def ahead_of_me(self):
        """How many before this one wait for what this one waits for, or for more."""
        before = Q(joined_at__lt=self.joined_at) | Q(joined_at=self.joined_at, pk__lt=self.pk)
        rows = TalkWait.objects.filter(before, day=self.day_id, status=WaitStatus.WAITING)
        if self.focus:
            rows = rows.filter(focus__in=("", self.focus))
        return rows.count()
