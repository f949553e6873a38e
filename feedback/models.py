"""Feedback: letters between the two, with answers. Nobody else reads them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Mentorship

PROMPTS = ("works", "better", "next_time")
TEXTS = ("letter", *PROMPTS)


class FeedbackQuerySet(models.QuerySet):
    """What is given and what is still being written."""

    def given(self):
        """Sent to the other, not a draft."""
        return self.exclude(given_at=None)


class Feedback(Confidential):
    """One letter: free words and three optional prompts. A draft until it is given."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="feedback")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    letter = PrivateText()
    works = PrivateText()
    better = PrivateText()
    next_time = PrivateText()
    begun_at = models.DateTimeField(default=timezone.now)
    given_at = models.DateTimeField(null=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentorship", "given_at"], name="feedback_archive")]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "author"], condition=Q(given_at=None), name="feedback_one_draft"
            )
        ]

    dated = "given_at"

    def readable_by(self, member):
        """A draft is its author's alone."""
        return super().readable_by(member) and bool(self.given_at or self.author_id == member.pk)


class FeedbackAnswer(Confidential):
    """Said in place, under a letter, by either of the two."""

    pair_path = "feedback__mentorship"

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="answers")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]


class FeedbackRequest(models.Model):
    """One has asked the other for feedback. Open until the other gives some. No words."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="wanted")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    met_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "asker"], condition=Q(met_at=None), name="wanted_once"
            )
        ]

    def __str__(self):
        return f"Wanted {self.pk}"
