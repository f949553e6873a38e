"""How often a pair wants to be in touch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.programme import numbers
from mentorships.models import Mentorship


class ContactRhythm(models.TextChoices):
    """How long the two may be quiet before both are asked."""

    TWO_WEEKS = "2-weeks", _("every two weeks")
    THREE_WEEKS = "3-weeks", _("every three weeks")
    MONTH = "month", _("every month")
    SIX_WEEKS = "6-weeks", _("every six weeks")
    TWO_MONTHS = "2-months", _("every two months")
    AS_NEEDED = "as-needed", _("as needed")

    @property
    def days(self):
        """How many days that is; "as needed" has the programme's floor."""
        return DAYS.get(self) or numbers().contact_floor_days


DAYS = {
    ContactRhythm.TWO_WEEKS: 14,
    ContactRhythm.THREE_WEEKS: 21,
    ContactRhythm.MONTH: 30,
    ContactRhythm.SIX_WEEKS: 42,
    ContactRhythm.TWO_MONTHS: 61,
}


def usual_rhythm():
    """The programme's, for a pair that has chosen none."""
    return ContactRhythm(numbers().contact_rhythm)


class Contact(models.Model):
    """What a pair has chosen. Without a row it is the programme's usual rhythm."""

    mentorship = models.OneToOneField(Mentorship, models.CASCADE, related_name="contact")
    rhythm = models.CharField(max_length=10, choices=ContactRhythm.choices)
    quiet_until = models.DateField(null=True)  # "not this month": no check-in before this day

    def __str__(self):
        return f"Contact {self.pk}"
