"""Who takes part. Not for the staff site: see `programmes.models.visible`."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.programme import Programme, Sees


class Part(models.TextChoices):
    """As whom somebody joins."""

    MENTEE = "mentee", _("As a mentee")
    MENTOR = "mentor", _("As a mentor")


class EnrolmentState(models.TextChoices):
    """Where it stands."""

    ENROLLED = "enrolled", _("takes part")
    WAITING = "waiting", _("on the waiting list")
    LEFT = "left", _("has left")
    OVER = "over", _("took part until the end")


OPEN_STATES = (EnrolmentState.ENROLLED, EnrolmentState.WAITING)


class EnrolmentQuerySet(models.QuerySet):
    """Enrolments by where they stand."""

    def open(self):
        """Those who take part or wait."""
        return self.filter(state__in=OPEN_STATES)

    def enrolled(self, part):
        """Those who take part as this."""
        return self.filter(state=EnrolmentState.ENROLLED, part=part)

    def waiting(self):
        """The waiting list, the first first."""
        return self.filter(state=EnrolmentState.WAITING).order_by("joined_at", "pk")


class Enrolment(models.Model):
    """One member in one programme, with what they were told that coordinators will see."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="enrolments")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices)
    places = models.PositiveSmallIntegerField(default=0)  # of a mentor, in this programme
    holds_qualification = models.BooleanField(default=False)  # a mentor says so; nobody checks it
    focus = models.CharField(max_length=60, blank=True)  # what a mentee looks for: a term of the vocabulary
    sees = models.PositiveSmallIntegerField(choices=Sees.choices)
    state = models.CharField(max_length=10, choices=EnrolmentState.choices)
    joined_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["programme", "state", "joined_at"], name="enrolment_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "member"],
                condition=Q(state__in=("enrolled", "waiting")),
                name="enrolment_open_once",
            )
        ]

    def __str__(self):
        return f"Enrolment {self.pk}"

    @property
    def is_mentor(self):
        """Whether they take part as a mentor."""
        return self.part == Part.MENTOR

    @property
    def waits(self):
        """Whether they are on the waiting list."""
        return self.state == EnrolmentState.WAITING
