"""What the membership system has told us by its webhook, until it is done."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from joining.models.imports import TroubleKind


class EventType(models.TextChoices):
    """What has happened to a membership, as the sender calls it."""

    JOINED = "member.joined", _("new member")
    CHANGED = "member.changed", _("other details")
    LAPSED = "member.lapsed", _("membership ended")
    REJOINED = "member.rejoined", _("member again")
    MERGED = "member.merged", _("two records merged")


class EventState(models.TextChoices):
    """Where an event stands. The worker moves it from RECEIVED, a coordinator from QUESTION.

    EARLY: about somebody who is not on the list, perhaps since their joining is told late; it is tried again then.
    """

    RECEIVED = "received", _("waiting")
    EARLY = "early", _("not on the list yet")
    QUESTION = "question", _("waiting for your answer")
    DONE = "done", _("done")
    DISCARDED = "discarded", _("left out")


class MembershipEvent(models.Model):
    """One event. `data` is what `webhook.events.read_event` keeps of it, and empty once it is done or discarded.

    `question` says why nothing was done yet, `text` in the words of the event; `clash` is the key of a ClashAnswer.
    """

    webhook_id = models.CharField(max_length=128, unique=True)
    type = models.CharField(max_length=20, choices=EventType)
    occurred_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=EventState, default=EventState.RECEIVED, db_index=True)
    data = models.JSONField(default=dict)
    question = models.CharField(max_length=10, choices=TroubleKind, blank=True)
    text = models.CharField(max_length=400, blank=True)
    clash = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("notice from the membership system")
        verbose_name_plural = _("notices from the membership system")

    def __str__(self):
        # The admin's history prints this: it must tell nothing.
        return f"Notice {self.pk}"
