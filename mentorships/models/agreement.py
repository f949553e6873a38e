"""What the two have agreed on: proposed by one, agreed by the other, every version kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models.confidential import Confidential
from mentorships.models.mentorship import Mentorship


class Agreement(Confidential):
    """One version. Open until the other agrees, or a newer version takes its place."""

    dated = "proposed_at"

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="agreements")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("version number"))
    text = PrivateText()  # JSON: {part: words}; see mentorships.agreement
    proposed_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "number"], name="agreement_number_once"),
            models.UniqueConstraint(
                fields=["mentorship"],
                condition=Q(agreed_at=None, replaced_at=None),
                name="agreement_one_open",
            ),
        ]
