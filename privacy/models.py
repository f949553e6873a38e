"""Leaving, and disclosure under law."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class AccountClosure(models.Model):
    """A member leaves. Until `due_at` they may change their mind, and partners may take along."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    leave_words = models.BooleanField(default=False)  # to the partners: then only the name goes
    done_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"Closing {self.pk}"


class Disclosure(models.Model):
    """One disclosure under law. Rows are added, never changed; each holds the hash of the one before."""

    number = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    officer = models.CharField(max_length=254)
    second_officer = models.CharField(max_length=254)
    reference = models.CharField(max_length=200)
    scope = models.JSONField()
    output_sha256 = models.CharField(max_length=64)
    notice_barred_until = models.DateField(null=True)
    before = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    def __str__(self):
        return f"Disclosure {self.number}"


class DisclosureNotice(models.Model):
    """The two have to be told: at once, or when the bar on telling them ends.

    Holds all that they are told: the record itself is out of reach for every process of the sites.
    """

    disclosure = models.ForeignKey(Disclosure, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=200)
    disclosed_at = models.DateTimeField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    due_on = models.DateField()
    told_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"Notice {self.pk}"
