"""A programme: what it is, when, for whom, and what its coordinators will see."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProgrammeKind(models.TextChoices):
    """What it leads to."""

    PROGRAMME = "programme", _("Programme")
    QUALIFICATION = "qualification", _("For a qualification")


class PairedBy(models.TextChoices):
    """Who finds whom."""

    CHOICE = "choice", _("Members choose a mentor of the programme themselves")
    PROPOSALS = "proposals", _("Coordinators suggest up to three mentors, and the member chooses")


class Sees(models.IntegerChoices):
    """What coordinators see. Each level includes those before it; none includes a word of the two."""

    NUMBERS = 0, _("Numbers only")
    MEMBERS = 1, _("Who takes part")
    PAIRS = 2, _("Who takes part, and who is paired with whom")
    MILESTONES = 3, _("Who takes part, who is paired with whom, and which milestones they have done")


class ProgrammeQuerySet(models.QuerySet):
    """Programmes by where they stand."""

    def published(self):
        """Those that members can see."""
        return self.exclude(published_at=None)

    def past(self, today):
        """Those that are over."""
        return self.published().filter(last_day__lt=today)

    def not_over(self, today):
        """Those that are still to come, or go on."""
        return self.published().filter(last_day__gte=today)


class Programme(models.Model):
    """One programme. Coordinators write it; what it says on `sees` is copied to whoever joins."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ProgrammeKind.choices, default=ProgrammeKind.PROGRAMME
    )
    qualification = models.CharField(
        _("qualification"),
        max_length=200,
        blank=True,
        help_text=_("For example “Chartership”. Only for a programme that leads to one."),
    )
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One sentence for the list."))
    description = models.TextField(_("description"), max_length=20_000, blank=True)
    commitment = models.CharField(
        _("time commitment"), max_length=200, help_text=_("For example “Two hours a month, for six months”.")
    )
    objectives = models.TextField(_("learning objectives"), max_length=10_000, blank=True)
    who = models.TextField(
        _("who may join"),
        max_length=1_000,
        help_text=_("Members confirm that this describes them. Nobody checks it."),
    )
    sign_up_from = models.DateField(_("sign-up opens"))
    sign_up_until = models.DateField(_("last day to sign up"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(
        _("weeks for each pair"),
        null=True,
        blank=True,
        help_text=_(
            "Instead of a last day, for a qualification: each pair has this long from its beginning."
        ),
    )
    last_day = models.DateField(editable=False)  # ends_on; or so many weeks after the last day to sign up
    places = models.PositiveSmallIntegerField(
        _("places for mentees"), null=True, blank=True, help_text=_("Leave this empty for no limit.")
    )
    paired_by = models.CharField(
        _("how pairs are made"), max_length=10, choices=PairedBy.choices, default=PairedBy.CHOICE
    )
    sees = models.PositiveSmallIntegerField(
        _("what coordinators see"), choices=Sees.choices, default=Sees.NUMBERS
    )
    coordinators = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="+",
        blank=True,
        verbose_name=_("programme coordinators"),
        help_text=_("Members with the role “Programme coordinator”."),
    )
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)  # its end has been seen to
    proposal_asked_at = models.DateTimeField(null=True, editable=False)
    proposal_ready_at = models.DateTimeField(null=True, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("programme"), _("programmes")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sign_up_until__gte=F("sign_up_from")), name="programme_sign_up_in_order"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="programme_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(paired_by="proposals") | Q(sees__gte=Sees.MEMBERS),
                name="programme_proposals_name_people",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        """With its last day."""
        self.last_day = self.ends_on or self.sign_up_until + timedelta(weeks=self.weeks or 0)
        super().save(**kwargs)

    def get_absolute_url(self):
        """Its page on the members' site."""
        return reverse("programme_detail", args=[self.code])

    @property
    def is_for_qualification(self):
        """Whether it leads to one: with hours, and an end by submission."""
        return self.kind == ProgrammeKind.QUALIFICATION

    def takes_sign_ups(self, today):
        """Whether its sign-up is open on a day."""
        return bool(self.published_at) and self.sign_up_from <= today <= self.sign_up_until

    def is_running(self, today):
        """Whether it goes on."""
        return bool(self.published_at) and self.starts_on <= today <= self.last_day

    def is_over(self, today):
        """Whether its last day is past."""
        return today > self.last_day

    def end_of_pair(self, began_on):
        """The last day of a pair that begins on a day."""
        return self.ends_on or began_on + timedelta(weeks=self.weeks or 0)


class SeesChange(models.Model):
    """What coordinators see, from a moment on. Kept, so that nothing that was once taken away comes back."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="sees_changes")
    sees = models.PositiveSmallIntegerField(choices=Sees.choices)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Change {self.pk}"
