"""Help, reports and blocks. A case is sealed with a ring of its own: it opens nothing of a pair."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText, envelope
from mentoring.lib.vault.rows import Confidential, KeyHolder, WrappedKey


class CaseKey(WrappedKey):
    """The key of one author in one case."""

    by = envelope.CASES


class CaseKind(models.TextChoices):
    """What a member wants of the programme."""

    HELP = "help", _("asking for help")
    REPORT = "report", _("reporting someone")


def random_number():
    """From 1 to 2**53, which scripts still count exactly."""
    return secrets.randbelow(2**53) + 1


class Case(KeyHolder, models.Model):
    """One member turns to the coordinators. They see what the member wrote, and whom it names.

    Its number is drawn by chance: in a row of numbers a coordinator who is reported would see one missing (A15).
    """

    keys = CaseKey

    id = models.BigIntegerField(primary_key=True, default=random_number, editable=False)
    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=CaseKind.choices)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed"), null=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [models.CheckConstraint(condition=~Q(member=models.F("about")), name="case_of_another")]

    def __str__(self):
        return f"Case {self.pk}"

    def get_absolute_url(self):
        """Its page, for the member."""
        return reverse("help_detail", args=[self.code])

    @property
    def mentor_id(self):
        """A case is the place of one: bound to the member who opened it."""
        return self.member_id

    mentee_id = mentor_id


class CaseText(Confidential):
    """Something written in a case, by the member or a coordinator; or a copy the member put in."""

    pair_path = "case"

    case = models.ForeignKey(Case, models.CASCADE, related_name="texts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = PrivateText()
    copied_from = PrivateText()  # "Letter by Rosalind, 3 May": what the copy is of
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]


class Block(models.Model):
    """One member wants no contact with another. Neither finds, asks or invites the other."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    whom = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "whom"], name="block_once"),
            models.CheckConstraint(condition=~Q(by=models.F("whom")), name="block_of_another"),
        ]

    def __str__(self):
        return f"Block {self.pk}"
