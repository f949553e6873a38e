"""Times that one offers and the other picks from: for a new meeting, or to move one that is agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models.meeting import Meeting

MOST_SLOTS = 5


class OfferStatus(models.TextChoices):
    """Where an offer stands."""

    OPEN = "open", _("waiting for an answer")
    PICKED = "picked", _("one was picked")
    DECLINED = "declined", _("none suited")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced by other times")


class TimesOffer(models.Model):
    """Up to five times by one of the two; none at all means "you choose"."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="offers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=OfferStatus.choices, default=OfferStatus.OPEN)
    made_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting"], condition=Q(status="open"), name="offer_open_once")
        ]

    def __str__(self):
        return f"Offer {self.pk}"


class Slot(models.Model):
    """One time on offer, as clocks in the zone of whoever offers it show it."""

    offer = models.ForeignKey(TimesOffer, models.CASCADE, related_name="slots")
    local_time = models.CharField(max_length=16)
    zone = models.CharField(max_length=64)
    fold = models.BooleanField(default=False)
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["offer", "starts_at"], name="slot_once")]

    def __str__(self):
        return f"Slot {self.pk}"

    @property
    def is_past(self):
        """Whether it has passed while it was on offer."""
        return self.starts_at <= timezone.now()
