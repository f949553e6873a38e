"""What coordinators tell members at the top of the first page."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from configuration.models.change import Change
from mentoring.lib.languages import language_choices
from mentoring.lib.markdown import as_html


class Audience(models.TextChoices):
    """Who an announcement is for."""

    EVERYONE = "everyone", _("everyone who is signed in")
    MENTORS = "mentors", _("mentors")
    MENTEES = "mentees", _("members who are not mentors")


class Announcement(Change):
    """One state of an announcement: the newest row of a `code` holds. `withdrawn`: it is shown to nobody."""

    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(_("title"), max_length=100)
    text = models.TextField(_("text"), max_length=600)
    link = models.CharField(_("link"), max_length=300, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    audience = models.CharField(_("who it is for"), max_length=10, choices=Audience.choices)
    language = models.CharField(_("language"), max_length=8, choices=language_choices, blank=True)
    withdrawn = models.BooleanField(_("withdrawn"), default=False)

    class Meta(Change.Meta):
        abstract = False
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [models.UniqueConstraint(fields=["code", "previous"], name="announcement_change_once")]

    def __str__(self):
        return self.title

    @property
    def html(self):
        """The text as a page shows it."""
        return as_html(self.text)
