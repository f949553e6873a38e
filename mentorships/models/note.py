"""Notes the two keep together, version by version; and what one of them keeps alone."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models.confidential import Alone, Confidential
from mentorships.models.mentorship import Mentorship


class Note(models.Model):
    """A note of both. Its words are in its versions."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="notes")
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Note {self.pk}"


class NoteVersion(Confidential):
    """The note as one of the two left it. The next version names the one it was made from."""

    pair_path = "note__mentorship"

    note = models.ForeignKey(Note, models.CASCADE, related_name="versions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("version number"))
    title = PrivateText()
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["note", "number"], name="note_version_once")]


class OwnKind(models.TextChoices):
    """What one keeps alone."""

    NOTE = "note", _("note")
    REFLECTION = "reflection", _("closing reflection")


class OwnNote(Confidential):
    """For its author alone: the other one of the two cannot read it, nor see that it is there."""

    scope_path = "author__code"

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind of note"), max_length=10, choices=OwnKind.choices, default=OwnKind.NOTE)
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-written_at", "-pk"]

    @cached_property
    def pair(self):
        """The author, on both sides."""
        return Alone(self.author)

    def readable_by(self, member):
        """The author alone."""
        return member.pk == self.author_id


class Thanks(Confidential):
    """What one says to the other when it ends."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="thanks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = PrivateText()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mentorship", "author"], name="thanks_once")]
