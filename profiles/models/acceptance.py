"""What a member has accepted: the terms, the privacy statement, that they are an adult; each in one version."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class PolicyAcceptance(models.Model):
    """One member accepted one version of one text. Rows are added, never edited.

    `policy` and `version` are of `configuration.policies`: 0 is the text as installed. `language` is the one they
    read it in.
    """

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    policy = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    version = models.PositiveBigIntegerField()
    accepted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "policy", "language", "version"], name="policy_accepted_once"
            )
        ]

    def __str__(self):
        return f"Acceptance {self.pk}"
