"""A wish: what a member looks for, for mentors to read; and whoever was thought of for it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mentorships.models import Mentorship

LONGEST = 500


class WishStatus(models.TextChoices):
    """Who looks: the mentors, or the coordinators as well."""

    OPEN = "open", _("shown to mentors")
    ASSIGN = "assign", _("shared with the coordinators")


class WishQuerySet(models.QuerySet):
    """The doors to wishes. Which mentor may come through one is asked before (`rules`)."""

    def of_those_who_look(self):
        """Of members who are here to be answered: not suspended, not leaving."""
        return self.filter(member__is_active=True, member__leaving_at=None)

    def for_mentor(self, mentor):
        """What a mentor may read: not one's own, nor of anybody one keeps apart from."""
        rows = self.of_those_who_look().exclude(member=mentor)
        return rows.exclude(blocks.apart(mentor, "member"))

    def unheard(self, before):
        """Open since then, without an offer, and its writer was not asked yet."""
        offers = MentorOffer.objects.filter(wish=OuterRef("pk"), withdrawn_at=None, mentor__is_active=True)
        waiting = self.filter(status=WishStatus.OPEN, unheard_at=None, made_at__lte=before)
        return waiting.of_those_who_look().exclude(Exists(offers))

    def fulfilled(self):
        """Of members who have found a mentor since they wrote it."""
        since = {"mentee": OuterRef("member"), "began_at__gt": OuterRef("made_at")}
        return self.filter(Exists(Mentorship.objects.filter(**since)))


class Wish(models.Model):
    """What one member looks for. Not sealed: mentors read it. It is deleted once it is over."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(_("I’m looking for a mentor who …"), max_length=LONGEST)
    focus = models.CharField(_("What is it about?"), max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=WishStatus.choices, default=WishStatus.OPEN)
    made_at = models.DateTimeField(_("written"), default=timezone.now)
    unheard_at = models.DateTimeField(null=True)  # its writer was asked: shall coordinators look?
    asked_at = models.DateTimeField(_("coordinators asked"), null=True)  # the coordinators were

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("member’s post")
        verbose_name_plural = _("members’ posts")
        indexes = [models.Index(fields=["-made_at", "-id"], name="wish_newest")]

    def __str__(self):
        # The staff site prints this in many places: it must tell nothing.
        return str(_("Post %d") % self.pk)


class MentorOffer(models.Model):
    """A mentor offers herself for a wish. No words: those belong in a request."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="offers")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)  # for the wisher alone: the mentor is not told

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wish", "mentor"], name="offer_once")]

    def __str__(self):
        return f"Offer {self.pk}"


class Suggestion(models.Model):
    """The coordinators thought of a mentor for a wish. The mentor is not told; the wisher asks or not."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="suggestions")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wish", "mentor"], name="suggestion_once")]

    def __str__(self):
        return f"Suggestion {self.pk}"
