"""When somebody was last on the home page of the staff site: what is new is counted from there."""

from django.conf import settings
from django.db import models


class StaffVisit(models.Model):
    """`began_at` is when the visit of now began, `before_at` when the one before did."""

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"Visit of {self.pk}"
