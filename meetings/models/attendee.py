"""What stands in one person's calendar: an event of their own, which names nobody else."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.meeting import Meeting
from meetings.models.rhythm import MeetingRhythm


class PartStat(models.TextChoices):
    """What somebody has said from their calendar; the values are those of PARTSTAT."""

    NONE = "NEEDS-ACTION", _("no reply from the calendar")
    ACCEPTED = "ACCEPTED", _("accepted in the calendar")
    TENTATIVE = "TENTATIVE", _("tentative in the calendar")
    DECLINED = "DECLINED", _("declined in the calendar")


def new_token():
    """Part of the address that answers go to: nobody guesses it."""
    return secrets.token_hex(16)


class Attendee(models.Model):
    """One person's event for a single meeting or for a whole rhythm: one UID for ever.

    `sequence` rises with each message about it; -1 means that none was written yet.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, related_name="seats")
    rhythm = models.ForeignKey(MeetingRhythm, models.CASCADE, null=True, related_name="seats")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token = models.CharField(max_length=32, default=new_token, unique=True, editable=False)
    sequence = models.IntegerField(default=-1)
    in_calendar = models.BooleanField(default=False)  # a mail with this event was written to its member
    answer = models.CharField(max_length=12, choices=PartStat.choices, default=PartStat.NONE)
    answered_at = models.DateTimeField(
        null=True
    )  # the DTSTAMP of the answer: by the clock of whoever sent it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="seat_at_meeting_once"),
            models.UniqueConstraint(fields=["rhythm", "member"], name="seat_at_rhythm_once"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, rhythm=None) | Q(meeting=None, rhythm__isnull=False),
                name="seat_at_one",
            ),
        ]

    def __str__(self):
        return f"Seat {self.pk}"


class OccurrenceResponse(models.Model):
    """The answer to one meeting of a rhythm, where it differs from the answer to the whole."""

    seat = models.ForeignKey(Attendee, models.CASCADE, related_name="exceptions")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=12, choices=PartStat.choices)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "meeting"], name="answer_to_one_once")]

    def __str__(self):
        return f"Answer {self.pk}"
