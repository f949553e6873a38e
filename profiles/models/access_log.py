"""Each time somebody of the staff opened something personal. The member can read it (product 57)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccessedObject(models.TextChoices):
    """What was opened."""

    MEMBER = "member", _("your account page on the staff site")
    MENTOR = "mentor", _("your mentor profile on the staff site")
    PEER = "peer", _("your line on the list of peers, on the staff site")
    CASE = "case", _("a case you opened")
    WISH = "wish", _("a post you shared with the coordinators")
    PROGRAMME = "programme", _("your part in a programme")
    ABOUT = "about", _("a report that names you")


class AccessLogEntry(models.Model):
    """One look by one coordinator at what is one member's."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(max_length=10, choices=AccessedObject.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["member", "-at"], name="look_at_member")]

    def __str__(self):
        return f"Look {self.pk}"
