"""A mail as a row: written in the transaction of the change it tells of, then claimed, sent, marked."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEASE = timedelta(minutes=5)


class LetterQuerySet(models.QuerySet):
    """What is to be sent, and who is sending it."""

    def waiting(self):
        """Neither sent nor given up."""
        return self.filter(sent_at=None, dead_at=None)

    def claim(self, *, at, limit):
        """Take up to `limit` due letters for this caller alone, for the length of a lease.

        A claim that is not marked in time comes back: a killed process loses nothing.
        """
        claim = uuid.uuid4()
        with transaction.atomic():
            due = self.waiting().filter(due_at__lte=at).order_by("due_at", "pk")
            if connection.features.has_select_for_update_skip_locked:
                due = due.select_for_update(skip_locked=True)
            taken = list(due.values_list("pk", flat=True)[:limit])
            self.filter(pk__in=taken).update(
                claim=claim, due_at=at + LEASE, attempts=models.F("attempts") + 1
            )
        return self.filter(claim=claim).order_by("pk")


class Letter(models.Model):
    """One mail to one address. Its words are rendered when it is written and erased once it is sent."""

    occasion = models.CharField(_("occasion"), max_length=120, unique=True, editable=False)
    kind = models.CharField(max_length=60, editable=False)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", editable=False
    )
    address = models.EmailField(_("address"), max_length=254, editable=False)
    subject = models.CharField(max_length=255, editable=False)
    text = models.TextField(editable=False)
    html = models.TextField(editable=False)
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("next try"), default=timezone.now, editable=False)
    claim = models.UUIDField(null=True, db_index=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    dead_at = models.DateTimeField(_("given up"), null=True, editable=False)
    trouble = models.CharField(_("last trouble"), max_length=60, blank=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(sent_at=None, dead_at=None),
                name="letters_due",
            )
        ]

    def __str__(self):
        return f"#{self.pk}"
