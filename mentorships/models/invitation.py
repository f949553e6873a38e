"""A mentorship begun elsewhere: one invites the other by mail, the other confirms."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorships.models.mentorship import Mentorship


class InvitationStatus(models.TextChoices):
    """Where an invitation stands."""

    OPEN = "open", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Invitation(models.Model):
    """To an address, member or not: it looks the same either way. Decided, it forgets the address."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by_mentor = models.BooleanField()
    address = models.EmailField(max_length=254, blank=True)
    focus = models.CharField(max_length=60)
    style = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=InvitationStatus.choices, default=InvitationStatus.OPEN)
    sent_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    mentorship = models.OneToOneField(Mentorship, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "address"], condition=Q(status="open"), name="invitation_open_once"
            )
        ]

    def __str__(self):
        return f"Invitation {self.pk}"
