"""One reminder: to one person, of one kind, about one thing, on one day of their own calendar."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mail.models import OutgoingMail
from matching.models import MentorRequest
from mentorships.models import Mentorship


class ReminderKind(models.TextChoices):
    """What it reminds of. The value is the folder of its mail."""

    CHECKIN = "checkin", _("check-in")
    FIRST_MOVE = "first_move", _("who writes first")
    FIRST_AGENDA = "first_agenda", _("a first meeting")
    FIRST_CHOICE = "first_choice", _("not met yet: someone else?")
    REQUEST = "request_waits", _("request waiting")
    REQUEST_AGAIN = "request_waits_still", _("request still waiting")
    NUDGE = "nudge", _("unfinished profile")
    PROMPT = "prompt", _("something to talk about")


FIRST_STEPS = (ReminderKind.FIRST_MOVE, ReminderKind.FIRST_AGENDA, ReminderKind.FIRST_CHOICE)
OF_A_PAIR = (ReminderKind.CHECKIN, *FIRST_STEPS)


class Reminder(models.Model):
    """Written once, together with its mail. The unique rows below are what "once" rests on."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=ReminderKind.choices)
    mentorship = models.ForeignKey(Mentorship, models.CASCADE, null=True, related_name="+")
    request = models.ForeignKey(MentorRequest, models.CASCADE, null=True, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    mail = models.OneToOneField(OutgoingMail, models.SET_NULL, null=True, related_name="reminder")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "to", "kind", "on"],
                condition=Q(mentorship__isnull=False),
                name="reminder_of_pair_once",
            ),
            models.UniqueConstraint(
                fields=["request", "to", "kind", "on"],
                condition=Q(request__isnull=False),
                name="reminder_of_request_once",
            ),
            models.UniqueConstraint(
                fields=["to", "kind", "on"],
                condition=Q(mentorship=None, request=None),
                name="reminder_of_member_once",
            ),
        ]

    def __str__(self):
        return f"Reminder {self.pk}"
