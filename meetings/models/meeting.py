"""One meeting: when, by what means, where. Dates lie open; the place is the pair's own."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib import walltime
from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Mentorship
from mentorships.models import MentorshipStatus as PairStatus

MEANS = ("video", "phone", "in-person", "email", "chat")  # of the vocabulary's "format"
LENGTHS = (15, 30, 45, 60, 90, 120)


class MeetingStatus(models.TextChoices):
    """Where a meeting stands."""

    PROPOSED = "proposed", _("times offered")
    AGREED = "agreed", _("agreed")
    HELD = "held", _("held")
    MISSED = "missed", _("did not happen")
    CANCELLED = "cancelled", _("cancelled")
    AWAY = "away", _("skipped: one of you is away")
    OFF = "off", _("no agreement")


AHEAD = (MeetingStatus.PROPOSED, MeetingStatus.AGREED)
MOVES = {
    MeetingStatus.PROPOSED: {MeetingStatus.AGREED, MeetingStatus.OFF},
    MeetingStatus.AGREED: {MeetingStatus.HELD, MeetingStatus.MISSED, MeetingStatus.CANCELLED},
    MeetingStatus.HELD: {MeetingStatus.AGREED, MeetingStatus.MISSED},
    MeetingStatus.MISSED: {MeetingStatus.AGREED, MeetingStatus.HELD},
}


class MeetingQuerySet(models.QuerySet):
    """Through the door of the pair, never past it."""

    def of_member(self, member):
        """The meetings of every mentorship this member is one of the two in."""
        pairs = Mentorship.objects.visible_to(member)
        return self.filter(mentorship__in=pairs.values("pk"))

    def agreed(self):
        """What stands in calendars: agreed, of a pair that goes on. Ended or paused, nothing is ahead."""
        return self.filter(status=MeetingStatus.AGREED, mentorship__status=PairStatus.ACTIVE)

    def dates(self):
        """Without the words: for the worker, which may not read them, and for lists."""
        return self.defer("place")

    def ahead(self):
        """Those that have not ended by the clock."""
        return self.filter(ends_at__gt=timezone.now())

    def meeting_in(self, start, end):
        """Those that share a minute with the span from `start` to `end` (aware)."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class Meeting(Confidential):
    """Proposed by one, agreed by both. `local_time` and `zone` are what was agreed; `starts_at` follows."""

    dated = "made_at"

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="meetings")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rhythm = models.ForeignKey("meetings.MeetingRhythm", models.CASCADE, null=True, related_name="meetings")
    planned = models.CharField(
        _("planned time"), max_length=16, blank=True
    )  # its wall time in the rhythm, moved or not
    status = models.CharField(
        _("status"), max_length=10, choices=MeetingStatus.choices, default=MeetingStatus.PROPOSED
    )
    means = models.CharField(_("how you meet"), max_length=60)
    minutes = models.PositiveSmallIntegerField(_("length"), default=60)
    place = PrivateText()
    local_time = models.CharField(
        _("time"), max_length=16, blank=True
    )  # 2027-03-28T15:00, as clocks in `zone` show it
    zone = models.CharField(_("time zone"), max_length=64, blank=True)
    fold = models.BooleanField(
        _("before or after clocks go back"), default=False
    )  # the later one of a time that clocks show twice
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    logged = models.BooleanField(
        _("whether it was recorded afterwards"), default=False
    )  # a talk held outside, told afterwards
    note = models.OneToOneField("mentorships.Note", models.SET_NULL, null=True, related_name="meeting")
    made_at = models.DateTimeField(default=timezone.now)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["mentorship", "starts_at"], name="meeting_of_pair"),
            models.Index(fields=["starts_at"], condition=Q(status="agreed"), name="meeting_ahead"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["rhythm", "planned"], condition=Q(rhythm__isnull=False), name="meeting_of_rhythm_once"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["proposed", "off"]) | Q(starts_at__isnull=False),
                name="meeting_has_a_time",
            ),
        ]

    def get_absolute_url(self):
        """Its page, for the two."""
        return reverse("meeting_detail", args=[self.mentorship.code, self.code])

    @property
    def moved(self):
        """Whether this one of a rhythm stands at another time than the rhythm says."""
        return bool(self.rhythm_id) and self.local_time != self.planned

    @property
    def over(self):
        """Whether it has ended by the clock."""
        return bool(self.ends_at) and self.ends_at <= timezone.now()

    @property
    def has_begun(self):
        """Whether it has begun by the clock."""
        return bool(self.starts_at) and self.starts_at <= timezone.now()

    def put_at(self, local_time, zone, *, fold=False):
        """Set it to a wall time in a zone (naive datetime, IANA name); the instants follow."""
        self.local_time, self.zone, self.fold = walltime.format_local(local_time), zone, fold
        self.recompute_instants()

    def recompute_instants(self):
        """Work out the instants anew. True if they changed: a country has moved its clocks."""
        start = walltime.instant_of_calendar(walltime.parse_local(self.local_time), self.zone, fold=self.fold)
        was, self.starts_at = self.starts_at, start
        self.ends_at = start + timezone.timedelta(minutes=self.minutes)
        return was != start
