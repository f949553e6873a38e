"""A mentorship: who, for what, and where it stands. Its words live in rows of their own."""

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mentoring.lib.first_row import first_row
from mentorships.models.confidential import Pair


class MentorshipStatus(models.TextChoices):
    """Where a mentorship stands. Paused keeps the mentor's place taken; resting gives it back."""

    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    RESTING = "resting", _("resting")
    ENDED = "ended", _("ended")


class MentorshipKind(models.TextChoices):
    """What the two are to each other. Of peers, `mentee` is the one who asked and `mentor` the one who was asked."""

    MENTORING = "mentoring", _("mentor and mentee")
    PEERS = "peers", _("peers")
    PROGRAMME = "programme", _("in a programme")


ONE_OF_MEMBER = f"""
SELECT m.*, {blocks.apart_sql("m.mentor_id", "m.mentee_id")} AS apart
  FROM mentorships_mentorship m
 WHERE m.code = %s AND (m.mentor_id = %s OR m.mentee_id = %s)
"""  # noqa: S608
# What stands open between a mentee and a mentor, for a union by hand: ('pair', status, code).
OPEN_BETWEEN = """SELECT 'pair', status, code FROM mentorships_mentorship
 WHERE mentee_id = %s AND mentor_id = %s AND kind = 'mentoring' AND status <> 'ended'"""
OPEN = (MentorshipStatus.ACTIVE, MentorshipStatus.PAUSED, MentorshipStatus.RESTING)
WITH_PLACE = (MentorshipStatus.ACTIVE, MentorshipStatus.PAUSED)
MOVES = {
    MentorshipStatus.ACTIVE: {MentorshipStatus.PAUSED, MentorshipStatus.RESTING, MentorshipStatus.ENDED},
    MentorshipStatus.PAUSED: {MentorshipStatus.ACTIVE, MentorshipStatus.RESTING, MentorshipStatus.ENDED},
    MentorshipStatus.RESTING: {MentorshipStatus.ACTIVE, MentorshipStatus.ENDED},
}


class MentorshipQuerySet(models.QuerySet):
    """The one door to the rows of pairs. No superuser passes it."""

    def visible_to(self, member):
        """The mentorships this member is one of the two in."""
        if not member.is_authenticated:
            return self.none()
        return self.filter(Q(mentor=member) | Q(mentee=member))

    def get_for_member(self, member, code):
        """The one with this code, or None for everybody but its two; `apart` if either blocked the other."""
        code = self.model._meta.get_field("code").get_db_prep_value(code, connection)
        return first_row(self.model, ONE_OF_MEMBER, [code, member.pk, member.pk])

    def with_people(self):
        """The two along with each, for lists."""
        return self.select_related("mentor", "mentee")


class Mentorship(Pair):
    """Two members and one focus at a time: a mentor and a mentee, or two peers."""

    kind = models.CharField(max_length=10, choices=MentorshipKind.choices, default=MentorshipKind.MENTORING)
    focus = models.CharField(max_length=60)
    style = models.CharField(max_length=60, blank=True)
    status = models.CharField(
        max_length=10, choices=MentorshipStatus.choices, default=MentorshipStatus.ACTIVE
    )
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    paused_until = models.DateField(null=True)
    # Whoever would let it rest, until the other agrees.
    rest_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    opened_on = models.DateField(null=True)  # last read by one of the two, once it has ended
    shred_on = models.DateField(null=True)  # announced to the two; reading it puts it off
    shredded_at = models.DateTimeField(null=True)

    objects = MentorshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee", "kind"], condition=~Q(status="ended"), name="mentorship_open_once"
            ),
            models.UniqueConstraint(
                Least("mentor", "mentee"),
                Greatest("mentor", "mentee"),
                condition=Q(kind="peers") & ~Q(status="ended"),
                name="mentorship_peers_once",
            ),
            models.CheckConstraint(condition=~Q(mentor=models.F("mentee")), name="mentorship_of_two"),
        ]

    @property
    def holds_place(self):
        """Whether it takes a place: one of the mentor's, or one of a peer's few."""
        return self.status in WITH_PLACE

    def names_by_role(self):
        """{"mentor": name, "mentee": name}, or {"peers": [name, name]}: for what the two take away."""
        if self.kind == MentorshipKind.PEERS:
            return {"peers": [self.mentee.name, self.mentor.name]}
        return {"mentor": self.mentor.name, "mentee": self.mentee.name}

    def get_absolute_url(self):
        """The pair's own page."""
        return reverse("mentorship_detail", args=[self.code])


class StatusChange(models.Model):
    """A step that was taken: history, and a fact for `reminders` to find. Dates only."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="changes")
    was = models.CharField(max_length=10, blank=True)
    now = models.CharField(max_length=10, choices=MentorshipStatus.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Change {self.pk}"
