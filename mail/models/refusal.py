"""Refusals for good: the witnesses from which it is decided whose fault they are (mail.refusals)."""

from django.db import models
from django.utils import timezone


class Blame(models.TextChoices):
    """Whose fault a refusal is."""

    ADDRESS = "address"  # nobody is there
    UNDECIDED = "undecided"  # counts against the address once there are several, on different days
    SENDER = "sender"  # this mail, or we: never counts against the address
    SERVER = "server"  # the mail server's, or ours: the same met recipients of different domains


class Refusal(models.Model):
    """The last refusal of an address on a day (UTC). `shape` is a digest of what was answered, without names."""

    address = models.EmailField(max_length=254)  # in small letters
    domain = models.CharField(max_length=254)
    on = models.DateField()
    since = models.DateTimeField(default=timezone.now)  # the first of the day
    at = models.DateTimeField(default=timezone.now)
    code = models.CharField(max_length=60)
    shape = models.CharField(max_length=16)
    blame = models.CharField(max_length=10, choices=Blame.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "on"], name="one_refusal_a_day")]
        indexes = [models.Index(fields=["code", "shape", "at"], name="same_refusal")]

    def __str__(self):
        return f"Refusal {self.pk}"
