"""How often a pair wants to be in touch."""

from django.db import models

from mentoring.lib.programme import ContactRhythm, numbers
from mentorships.models import Mentorship


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
