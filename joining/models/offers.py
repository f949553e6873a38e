"""Why people say no to mentoring: counted, and nobody's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeclineReason(models.TextChoices):
    """What keeps somebody from taking part, as they say."""

    TIME = "time", _("I don’t have the time at the moment")
    HAVE_ONE = "have-one", _("I already have a mentor")
    STAGE = "stage", _("It’s not for my stage or kind of work")
    UNCLEAR = "unclear", _("I’m not sure what I’d get out of it")
    PRIVACY = "privacy", _("I’d rather not share anything here")
    OTHER = "other", _("Something else")


class DeclineCount(models.Model):
    """How many gave a reason in a month. A row for each answer would tell by its place whose it is."""

    month = models.DateField()
    reason = models.CharField(max_length=10, choices=DeclineReason)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "reason"], name="decline_count_once")]
