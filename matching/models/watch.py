"""A member waits for a mentor to have room, to be told once."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Watch(models.Model):
    """One member wants to know when one mentor has room. It goes when they are told."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "mentor"], name="watch_once"),
            models.CheckConstraint(condition=~Q(member=F("mentor")), name="watch_of_another"),
        ]

    def __str__(self):
        return f"Watch {self.pk}"
