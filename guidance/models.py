"""Videos that the handbook links to. Nothing is loaded from elsewhere: a page has a link and what the video says."""

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.languages import language_choices
from mentoring.lib.markdown import as_html

LONGEST_MINUTES = 240


class VideoQuerySet(models.QuerySet):
    """Videos of chapters."""

    def of(self, chapter, language):
        """Those shown with a chapter to readers of a language (both kinds of English are one)."""
        return self.filter(chapter=chapter, language__startswith=language[:2], is_shown=True)

    def gone(self):
        """Those whose link does not work, as a member has said."""
        return self.filter(is_shown=True).exclude(gone_since=None).order_by("gone_since", "pk")


class Video(models.Model):
    """One video beside a chapter: where it is, how long it takes, and what is said in it."""

    chapter = models.CharField(_("page of the handbook"), max_length=100)
    language = models.CharField(_("language"), max_length=8, choices=language_choices)
    title = models.CharField(_("title"), max_length=120)
    url = models.URLField(_("address"), max_length=500, validators=[URLValidator(schemes=["https"])])
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_MINUTES)]
    )
    text = models.TextField(
        _("what it says"),
        max_length=20_000,
        help_text=_("For everyone who cannot hear it, or has no time: what is said, in full or in short."),
    )
    is_shown = models.BooleanField(_("shown to readers"), default=True)
    gone_since = models.DateTimeField(_("link reported"), null=True, blank=True, editable=False)

    objects = VideoQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("video of the handbook")
        verbose_name_plural = _("videos of the handbook")
        indexes = [models.Index(fields=["chapter"], name="video_chapter")]

    def __str__(self):
        return self.title

    @property
    def html(self):
        """What it says, as a page shows it."""
        return as_html(self.text)
