"""Mentors of a programme whom its coordinators suggest to a member who takes part."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from matching.models import Tier
from programmes.models.programme import Programme

MEMBER = settings.AUTH_USER_MODEL


class ProposedName(models.Model):
    """One of up to three mentors for one mentee. The worker proposes, a coordinator sends, the member chooses."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="proposed")
    mentee = models.ForeignKey(MEMBER, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(MEMBER, models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "mentee", "mentor"], name="programme_named_once")
        ]

    def __str__(self):
        return f"Proposed name {self.pk}"
