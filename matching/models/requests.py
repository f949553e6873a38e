"""A request to one mentor: from a draft to an answer, with the questions asked back on the way."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mentoring.lib.programme import numbers
from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, MentorshipKind, Pair


class RequestStatus(models.TextChoices):
    """Where a request stands."""

    DRAFT = "draft", _("not sent yet")
    OPEN = "open", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("not answered")


MOVES = {
    RequestStatus.DRAFT: {RequestStatus.OPEN},
    RequestStatus.OPEN: {
        RequestStatus.ACCEPTED,
        RequestStatus.DECLINED,
        RequestStatus.WITHDRAWN,
        RequestStatus.EXPIRED,
    },
}


class RequestQuerySet(models.QuerySet):
    """The one door to requests."""

    def visible_to(self, member):
        """Sent by this member, or received. Each row knows whether the two keep apart, and `blocked`: by the reader.

        A draft is its writer's alone, and out of sight while they have blocked the other.
        """
        if not member.is_authenticated:
            return self.none()
        apart = blocks.apart(member, "mentor") | blocks.apart(member, "mentee")
        sent_to_me = Q(mentor=member) & ~Q(status=RequestStatus.DRAFT)
        blocked = blocks.blocked_by_me(member, "mentor") | blocks.blocked_by_me(member, "mentee")
        rows = self.filter(Q(mentee=member) | sent_to_me).annotate(apart=apart, blocked=blocked)
        return rows.exclude(status=RequestStatus.DRAFT, blocked=True).select_related("mentor", "mentee")


class MentorRequest(Pair, Confidential):
    """One member asks one mentor, or peer, for one focus. What it says is the asker's, and private."""

    kind = models.CharField(
        _("kind"), max_length=10, choices=MentorshipKind.choices, default=MentorshipKind.MENTORING
    )
    scheme = models.UUIDField(_("code of the programme"), null=True)
    focus = models.CharField(_("focus"), max_length=60)
    style = models.CharField(_("kind of mentoring"), max_length=60, blank=True)
    line_manager = models.BooleanField(_("whether the mentor is the mentee’s manager"), null=True)
    message = PrivateText()
    hopes = PrivateText()
    status = models.CharField(
        _("status"), max_length=10, choices=RequestStatus.choices, default=RequestStatus.DRAFT
    )
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    remind_first_at = models.DateTimeField(null=True)
    remind_again_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decline_reason = models.CharField(_("reason for declining"), max_length=60, blank=True)
    mentorship = models.OneToOneField("mentorships.Mentorship", models.SET_NULL, null=True, related_name="+")

    objects = RequestQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentor", "status"], name="request_received")]
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee", "kind"], condition=Q(status="open"), name="request_open_once"
            ),
            models.UniqueConstraint(
                fields=["mentor", "mentee", "kind"], condition=Q(status="draft"), name="request_draft_once"
            ),
            models.CheckConstraint(condition=~Q(mentor=models.F("mentee")), name="request_of_two"),
        ]

    @property
    def author_id(self):
        """The mentee writes the request."""
        return self.mentee_id

    pair_path = ""
    dated = "made_at"
    written_by = "mentee"

    def readable_by(self, member):
        """A draft is its writer's alone."""
        return super().readable_by(member) and (
            self.status != RequestStatus.DRAFT or self.mentee_id == member.pk
        )

    def get_absolute_url(self):
        """Its page, for the two."""
        return reverse("request_detail", args=[self.code])


def dates_from(sent_at):
    """When a request sent then is reminded of, and when it lapses."""
    first, again = numbers().request_reminder_days
    return {
        "remind_first_at": sent_at + timedelta(days=first),
        "remind_again_at": sent_at + timedelta(days=again),
        "expires_at": sent_at + timedelta(days=numbers().request_expiry_days),
    }


class RequestMessage(Confidential):
    """Asked back, answered, or said with a no: by either of the two."""

    pair_path = "request"

    request = models.ForeignKey(MentorRequest, models.CASCADE, related_name="talk")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]
