"""What the mentee, or a peer, wants to reach, and the next steps there. Their own; the other reads."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models.confidential import Confidential
from mentorships.models.mentorship import Mentorship


class Progress(models.TextChoices):
    """How far it is, in the judgement of whoever set it."""

    AHEAD = "ahead", _("not started")
    UNDER_WAY = "under_way", _("under way")
    REACHED = "reached", _("achieved")
    LET_GO = "let_go", _("let go")


class Goal(Confidential):
    """One goal."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="goals")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    title = PrivateText()
    why = PrivateText()
    readings = PrivateText()
    progress = models.CharField(
        _("progress"), max_length=10, choices=Progress.choices, default=Progress.AHEAD
    )
    due_on = models.DateField(null=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]


class Step(Confidential):
    """One next step towards a goal."""

    pair_path = "goal__mentorship"

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = PrivateText()
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]
