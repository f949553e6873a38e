"""Assignment on request (product 24): what matters to whom, and what the worker proposes to the coordinators."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.wishes import Wish

NAMES_AT_MOST = 3  # mentors for one member to choose from


class Work(models.TextChoices):
    """Where the mentor works, next to where the member does."""

    SAME = "same", _("In the same kind of library as mine")
    DIFFERENT = "different", _("Somewhere quite different")


class Tier(models.IntegerChoices):
    """How well a mentor fits, in words and without a score. Lower is better; 0 in an array is "not possible"."""

    ALL = 1, _("Fits everything that matters")
    ALL_BUT_ONE = 2, _("Fits everything but one")
    MAIN_ONLY = 3, _("Only what it’s mainly about")
    NEAR = 4, _("Near what they’re looking for")
    ONLY_FREE = 5, _("Only has room and a common language")


class Criteria(models.Model):
    """What matters to a member who asked the coordinators. Slugs of the vocabulary; what is empty does not matter.

    The focus stands in the wish.
    """

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="criteria")
    work = models.CharField(max_length=10, choices=Work.choices, blank=True)
    language = models.CharField(max_length=60, blank=True)
    windows = models.JSONField(default=list, blank=True)
    formats = models.JSONField(default=list, blank=True)
    other_employer = models.BooleanField(default=False)  # nobody who works for the same: so no line manager

    def __str__(self):
        return f"Criteria {self.pk}"


class ProposalState(models.TextChoices):
    """Asked by a coordinator, computed by the worker, decided by a coordinator."""

    ASKED = "asked"
    COMPUTING = "computing"
    READY = "ready"
    FAILED = "failed"
    DECIDED = "decided"


class Proposal(models.Model):
    """Mentors for everybody who waits, at once. One at a time; deleted once it is decided."""

    only = models.BooleanField(
        default=True, unique=True, editable=False
    )  # the database holds "one at a time"
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)  # members compared so far
    total = models.PositiveIntegerField(default=0)
    later = models.PositiveIntegerField(default=0)  # members left for the next proposal: too many at once
    trouble = models.CharField(max_length=20, blank=True)  # why it failed, a slug

    def __str__(self):
        return f"Proposal {self.pk}"


class ProposedMentor(models.Model):
    """One of up to three mentors for one waiting member; rank 1 is the one the whole was worked out for."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="mentors")
    wish = models.ForeignKey(Wish, models.CASCADE, related_name="+")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wish", "mentor"], name="proposed_once"),
            models.UniqueConstraint(fields=["wish", "rank"], name="proposed_rank_once"),
            models.CheckConstraint(
                condition=Q(rank__gte=1, rank__lte=NAMES_AT_MOST), name="proposed_at_most_three"
            ),
        ]

    def __str__(self):
        return f"Proposed mentor {self.pk}"


class LeftOverReason(models.TextChoices):
    """Why there is nobody for a member."""

    LANGUAGE = "language", _("No mentor on the list shares a language with them.")
    AREA = (
        "area",
        _(
            "No mentor on the list helps with what they’re looking for, and those with room fit others better."
        ),
    )
    FULL = "full", _("Nobody who would suit them has room right now.")
    AWAY = "away", _("They’re away this month.")


class LeftOver(models.Model):
    """A waiting member for whom there is nobody, and why."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="left_over")
    wish = models.OneToOneField(Wish, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=10, choices=LeftOverReason.choices)

    def __str__(self):
        return f"Left over {self.pk}"
