"""Who has booked a time, what about, and whether the two would like to go on. Words are sealed."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Pair
from open_hours.models.talk import Talk

ANSWER_DAYS = 14  # then the question afterwards is closed, and nobody is told


class BookingStatus(models.TextChoices):
    """Where a booking stands."""

    BOOKED = "booked", _("booked")
    CANCELLED = "cancelled", _("cancelled")
    HELD = "held", _("held")
    MISSED = "missed", _("did not happen")


MOVES = {
    BookingStatus.BOOKED: {BookingStatus.CANCELLED, BookingStatus.HELD, BookingStatus.MISSED},
    BookingStatus.MISSED: {BookingStatus.HELD},
}
PEOPLE = ("talk", "talk__day", "mentor", "mentee")
# What only the two may know: the process without keys reads none of it.
OF_THE_TWO = ("about", "mentor_goes_on", "mentee_goes_on", "talk__place")


class BookingQuerySet(models.QuerySet):
    """The one door to bookings. No superuser passes it."""

    def visible_to(self, member):
        """Of this member, on either side, the two and the time with each; `apart` where they keep apart."""
        if not member.is_authenticated:
            return self.none()
        apart = blocks.apart(member, "mentor") | blocks.apart(member, "mentee")
        return self.of_member(member).annotate(apart=apart).select_related(*PEOPLE).defer("talk__place")

    def of_member(self, member):
        """Of this member, on either side: the bare rows, to count and to ask whether there are any."""
        return self.filter(Q(mentor=member) | Q(mentee=member))

    def dates(self):
        """Without what is the two's alone: for the worker."""
        return self.select_related(*PEOPLE).defer(*OF_THE_TWO)

    def live(self):
        """Booked, and not over by the clock."""
        return self.filter(status=BookingStatus.BOOKED, talk__ends_at__gt=timezone.now())

    def reachable(self):
        """Of two who both have an account that is open, and do not keep apart."""
        apart = blocks.apart(models.OuterRef("mentee"), "mentor")
        return self.filter(mentor__is_active=True, mentee__is_active=True).exclude(apart)


class Booking(Pair, Confidential):
    """One member has booked one time. What it is about is theirs, and private to the two.

    `mentor_goes_on` and `mentee_goes_on`: whether each would like to go on; each learns of a yes only if both said it.
    """

    pair_path = ""
    dated = "booked_at"
    written_by = "mentee"

    talk = models.ForeignKey(Talk, models.PROTECT, related_name="bookings")
    focus = models.CharField(_("focus"), max_length=60)
    about = PrivateText()
    status = models.CharField(
        _("status"), max_length=10, choices=BookingStatus.choices, default=BookingStatus.BOOKED
    )
    booked_at = models.DateTimeField(default=timezone.now)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by_mentor = models.BooleanField(_("cancelled by the mentor"), null=True)  # None: by neither
    reminded_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    # A mail with the event was written to them.
    mentor_in_calendar = models.BooleanField(_("in the mentor’s calendar"), default=False)
    mentee_in_calendar = models.BooleanField(_("in the mentee’s calendar"), default=False)
    mentor_goes_on = models.BooleanField(_("whether the mentor would like to continue"), null=True)
    mentee_goes_on = models.BooleanField(_("whether the mentee would like to continue"), null=True)
    no_room_at = models.DateTimeField(null=True)  # both said yes, and the mentor had no room
    mentorship = models.OneToOneField("mentorships.Mentorship", models.SET_NULL, null=True, related_name="+")

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("open-hours booking")
        indexes = [
            models.Index(fields=["mentee", "status"], name="booking_of_mentee"),
            models.Index(fields=["mentor", "status"], name="booking_of_mentor"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["talk"], condition=Q(status="booked"), name="booking_live_once"),
            models.CheckConstraint(condition=~Q(mentor=models.F("mentee")), name="booking_of_two"),
        ]

    @property
    def author_id(self):
        """The mentee writes what it is about."""
        return self.mentee_id

    def get_absolute_url(self):
        """The page of its time, for the two."""
        return self.talk.get_absolute_url()

    @property
    def answer_until(self):
        """The moment until which the question afterwards can be answered."""
        return self.talk.ends_at + timedelta(days=ANSWER_DAYS)

    def goes_on(self, member):
        """What this one of the two has answered: true, false, or None."""
        return self.mentor_goes_on if member.pk == self.mentor_id else self.mentee_goes_on


class TalkPlace(Confidential):
    """Where a booked talk takes place: the mentor's words, for the one who has booked it."""

    pair_path = "booking"

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="where")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("place of a talk")
