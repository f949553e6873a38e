"""What a member has noted about mentors, for themselves alone."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import OfOneMember


class BookmarkKind(models.TextChoices):
    """Kept on the shortlist, or out of sight."""

    KEPT = "kept", _("saved")
    HIDDEN = "hidden", _("hidden")


class Bookmark(OfOneMember):
    """One mentor, kept or hidden by one member, with a note that nobody else can read."""

    dated = "made_at"

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(_("saved or hidden"), max_length=10, choices=BookmarkKind.choices)
    note = PrivateText()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "mentor"], name="bookmark_once")]
