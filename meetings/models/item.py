"""What is to be talked about, and what somebody will do until next time."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models.meeting import Meeting
from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential


class ItemKind(models.TextChoices):
    """A point of the agenda, or an action that comes out of the talk."""

    POINT = "point", _("agenda")
    ACTION = "action", _("action")


class Item(Confidential):
    """One line. An action that is not done shows at every later meeting of the pair until it is."""

    pair_path = "meeting__mentorship"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=ItemKind.choices)
    text = PrivateText()
    done_at = models.DateTimeField(null=True)
    step = models.OneToOneField(
        "mentorships.Step", models.SET_NULL, null=True, related_name="+"
    )  # the action went into a goal
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agenda item")
        ordering = ["written_at", "pk"]
