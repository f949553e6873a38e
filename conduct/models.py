"""Help, reports and blocks. A case is sealed with a ring of its own: it opens nothing of a pair."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
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


class CaseState(models.TextChoices):
    """Where a case stands, for coordinators."""

    WAITING = "waiting", _("needs an answer")
    TAKEN = "taken", _("taken on")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed")


IN_STATE = {
    CaseState.WAITING: Q(closed_at=None, held_by=None, waiting_since__isnull=False),
    CaseState.TAKEN: Q(closed_at=None, held_by__isnull=False, waiting_since__isnull=False),
    CaseState.ANSWERED: Q(closed_at=None, waiting_since=None),
    CaseState.CLOSED: Q(closed_at__isnull=False),
}


class CaseQuerySet(models.QuerySet):
    """Cases by where they stand."""

    def in_state(self, state):
        """Those in one CaseState."""
        return self.filter(IN_STATE[CaseState(state)])

    def waiting(self):
        """Open, and the member has written last: somebody has taken it on, or nobody yet."""
        return self.filter(closed_at=None, waiting_since__isnull=False)


def random_number():
    """From 1 to 2**53, which scripts still count exactly."""
    return secrets.randbelow(2**53) + 1


class Case(KeyHolder, models.Model):
    """One member turns to the coordinators. They see what the member wrote, and whom it names.

    Its number is drawn by chance: in a row of numbers a coordinator who is reported would see one missing (A15).
    `waiting_since` is when the member wrote what nobody has answered yet; `held_by` the coordinator who sees to it.
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
    waiting_since = models.DateTimeField(_("waiting since"), default=timezone.now, null=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("taken on by")
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [models.CheckConstraint(condition=~Q(member=models.F("about")), name="case_of_another")]

    def __str__(self):
        return gettext("Case %(number)s") % {"number": self.pk}

    def get_absolute_url(self):
        """Its page, for the member."""
        return reverse("help_detail", args=[self.code])

    @property
    def title(self):
        """What it is, in words."""
        return _("Report") if self.kind == CaseKind.REPORT else _("Request for help")

    @property
    def state(self):
        """Its CaseState."""
        if self.closed_at:
            return CaseState.CLOSED
        if self.waiting_since is None:
            return CaseState.ANSWERED
        return CaseState.TAKEN if self.held_by_id else CaseState.WAITING

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
