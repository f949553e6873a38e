"""One time that a mentor offers for one talk. Where it takes place is sealed until somebody has booked it."""

from datetime import timedelta

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mentoring.lib.vault import PrivateText
from mentorships.models import Alone, Confidential
from profiles.models import MentorProfile
from profiles.vocabulary import words


class TalkStatus(models.TextChoices):
    """Where a time stands. Reserved: kept for the first on a waiting list until they have answered."""

    OPEN = "open", _("free")
    RESERVED = "reserved", _("kept for someone on the waiting list")
    BOOKED = "booked", _("booked")
    WITHDRAWN = "withdrawn", _("withdrawn")


# By hand: a tenth of a millisecond. Through the ORM it takes a fifth of the time of a mentor's page, which asks it.
NEXT_FREE = """
SELECT id, code FROM open_hours_talk
 WHERE mentor_id = %s AND day_id IS NULL AND status = 'open' AND starts_at > %s
 ORDER BY starts_at, id LIMIT 1
"""


class TalkQuerySet(models.QuerySet):
    """The one door to times on offer."""

    def dates(self):
        """Without the place: for lists, and for the worker, which may not read it."""
        return self.defer("place")

    def ahead(self):
        """Those that have not begun by the clock."""
        return self.filter(starts_at__gt=timezone.now())

    def of_listed(self):
        """Of mentors whom members find, and who are not leaving. Whether they have room for a mentee is not asked."""
        listed = MentorProfile.objects.listed().values("member")
        return self.filter(mentor__in=listed, mentor__leaving_at=None)

    def seen_by(self, member):
        """Not across a block: as if they were not there."""
        return self.exclude(blocks.apart(member, "mentor"))

    def free_for(self, member):
        """What this member can book: free, to come, of others, the next one first."""
        rows = self.filter(status=TalkStatus.OPEN).ahead().of_listed().seen_by(member)
        return rows.exclude(mentor=member).dates().select_related("mentor", "day").order_by("starts_at", "pk")

    def next_free_code(self, mentor):
        """The code of the next time that a mentor whom the reader may find offers, or None. The profile asks it."""
        now = self.model._meta.get_field("starts_at").get_db_prep_value(timezone.now(), connection)
        return next((talk.code for talk in self.raw(NEXT_FREE, [mentor.pk, now])), None)

    def good_for(self, subject):
        """For a subject, or for any; all of them without one."""
        return self.filter(Q(focuses="") | Q(focuses__contains=f" {subject} ")) if subject else self

    def meeting_in(self, start, end):
        """Those that share a minute with the span from `start` to `end` (aware)."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class Talk(Confidential):
    """A time. `focuses` are the subjects it is good for, with a space around each; none means any."""

    dated = "made_at"
    written_by = "mentor"
    scope_path = "mentor__code"

    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day = models.ForeignKey("open_hours.TalkDay", models.PROTECT, null=True, related_name="talks")
    table = models.PositiveSmallIntegerField(_("table"), null=True)
    status = models.CharField(_("status"), max_length=10, choices=TalkStatus.choices, default=TalkStatus.OPEN)
    means = models.CharField(_("how you meet"), max_length=60)
    minutes = models.PositiveSmallIntegerField(_("length"))
    focuses = models.CharField(_("subjects"), max_length=1200, blank=True)
    place = PrivateText()
    # Long past: whoever may not read it knows that it is gone.
    place_forgotten = models.BooleanField(_("whether the place has been removed"), default=False)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = _("open-hours time")
        verbose_name_plural = _("open-hours times")
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["starts_at"], condition=Q(status="open"), name="talk_free"),
            models.Index(fields=["mentor", "starts_at"], name="talk_of_mentor"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "table", "starts_at"], condition=~Q(status="withdrawn"), name="talk_table_once"
            )
        ]

    @property
    def author_id(self):
        """The mentor alone."""
        return self.mentor_id

    @cached_property
    def pair(self):
        """The mentor, on both sides."""
        return Alone(self.mentor)

    def get_absolute_url(self):
        """Its page: to book it, or to see what was booked."""
        return reverse("talk_detail", args=[self.code])

    def last_from(self, start, minutes):
        """Let it begin at an instant and last so long."""
        self.starts_at, self.minutes = start, minutes
        self.ends_at = start + timedelta(minutes=minutes)

    @property
    def subjects(self):
        """The slugs of the subjects it is good for; none means any."""
        return self.focuses.split()

    @property
    def subjects_in_words(self):
        """What it is good for, in the reader's language; empty for any subject."""
        return ", ".join(words().name("helps_with", slug) for slug in self.subjects)

    @property
    def has_begun(self):
        """Whether it has begun by the clock."""
        return self.starts_at <= timezone.now()

    @property
    def over(self):
        """Whether it has ended by the clock."""
        return self.ends_at <= timezone.now()


def with_spaces(slugs):
    """Subjects as `focuses` holds them: each can be found by ` slug `."""
    return f" {' '.join(slugs)} " if slugs else ""
