"""Reminders about a mentorship that one of the two has reported, while the report is open."""

from django.db import models

from conduct.models import Case
from mentorships.models import Mentorship


class ReminderStop(models.Model):
    """The reporter wants no reminders about this mentorship meanwhile: it holds as long as the case is open."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="+")
    case = models.OneToOneField(Case, models.CASCADE, related_name="+")

    def __str__(self):
        return f"Stop {self.pk}"
