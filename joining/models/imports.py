"""A file of members on its way into the list, and what coordinators have decided about files like it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from joining.models.roster import MembershipState


class ImportState(models.TextChoices):
    """Where an import stands. The worker moves it from READ to CHECKED, and from CONFIRMED to DONE."""

    READ = "read", _("waiting to be checked")
    CHECKED = "checked", _("checked, waiting for your decision")
    CONFIRMED = "confirmed", _("being added to the list")
    DONE = "done", _("done")
    DISCARDED = "discarded", _("discarded")


class RosterImport(models.Model):
    """One file. Its rows stand in StagedRow until it is done or discarded; the file itself is never kept.

    `counts` {what: how many people} and `examples` [[what, name, detail], …] are of the check; `done` is how many of
    `total` rows the worker has got to; `columns` {field: heading} is how the file was read. Whoever works on it
    says so in `claimed_at`, again and again: a claim that is minutes old is nobody's.
    """

    state = models.CharField(
        _("state"), max_length=10, choices=ImportState, default=ImportState.READ, db_index=True
    )
    file_name = models.CharField(_("file"), max_length=120)
    made_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("uploaded by")
    )
    total = models.PositiveIntegerField(_("rows"), default=0)
    done = models.PositiveIntegerField(default=0, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    examples = models.JSONField(default=list, editable=False)
    columns = models.JSONField(default=dict, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)

    class Meta:
        verbose_name = _("import of members")
        verbose_name_plural = _("imports of members")
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name


class StagedRow(models.Model):
    """A row of a file, reduced to the columns we know (`reading.person.ReadRow`)."""

    of = models.ForeignKey(RosterImport, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    external_id = models.CharField(max_length=64, blank=True)
    email = models.CharField(max_length=254, blank=True)
    data = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="staged_row_once")]


class TroubleKind(models.TextChoices):
    """Why somebody in a file is left out until a coordinator has looked."""

    ROW = "row", _("a row that cannot be used")
    CLASH = "clash", _("one address, two people")
    STATE = "state", _("a membership status we don’t know")


class ImportTrouble(models.Model):
    """Something in a file that a coordinator has to look at. `text` is in the words of the file.

    `clash` is the key of the ClashAnswer that is asked for; empty where there is nothing to answer.
    """

    of = models.ForeignKey(RosterImport, models.CASCADE, related_name="troubles")
    kind = models.CharField(max_length=10, choices=TroubleKind)
    number = models.PositiveIntegerField(_("row"))
    text = models.CharField(max_length=400)
    clash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["number", "pk"]


class ColumnMapping(models.Model):
    """Which column is what in files with these headings, as a coordinator has accepted it."""

    headings = models.CharField(max_length=32, unique=True)  # their fingerprint
    columns = models.JSONField()  # {field: number of the column}
    accepted_at = models.DateTimeField(default=timezone.now)


class StateMeaning(models.Model):
    """What an association's own word for a membership means, where it is not among the shipped ones."""

    word = models.CharField(_("in the file"), max_length=60, unique=True)  # folded
    meaning = models.CharField(_("means"), max_length=10, choices=MembershipState)
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("word for a membership")
        verbose_name_plural = _("words for memberships")

    def __str__(self):
        return self.word


class ClashAnswer(models.Model):
    """Whether two people under one address are one, as a coordinator has said. `key`: see `joining.clashes`."""

    key = models.CharField(max_length=64, unique=True)
    same = models.BooleanField()
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
