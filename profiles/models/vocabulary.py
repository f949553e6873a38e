"""The words of the field: areas of practice, kinds of library, styles … edited by coordinators."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Which question a term answers. The values are the filter names of the browse page."""

    AREA = "area", _("area of practice")
    GROUP = "group", _("group of areas")
    LIBRARY_TYPE = "library_type", _("kind of library")
    LIBRARY_SIZE = "library_size", _("size of library")
    CAREER_STAGE = "career_stage", _("career stage")
    QUALIFICATION = "qualification", _("qualification")
    HELPS_WITH = "helps_with", _("what mentees seek and mentors help with")
    ROLE = "role", _("role of a mentor")
    STYLE = "style", _("style of mentoring")
    FORMAT = "format", _("way to talk")
    LANGUAGE = "language", _("language")
    WINDOW = "window", _("time that suits")
    DECLINE_REASON = "decline_reason", _("reason to decline")


class Term(models.Model):
    """One word of one vocabulary. A slug is never reused or deleted: a retired one still resolves."""

    kind = models.CharField(_("vocabulary"), max_length=20, choices=Kind.choices)
    slug = models.CharField(_("short name"), max_length=60)
    label = models.CharField(_("label"), max_length=120)
    label_uk = models.CharField(_("label, British spelling"), max_length=120, blank=True)
    label_es = models.CharField(_("label in Spanish"), max_length=120, blank=True)
    label_fr = models.CharField(_("label in French"), max_length=120, blank=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    synonyms = models.TextField(_("also searched as, one a line"), blank=True)
    synonyms_es = models.TextField(_("searched as in Spanish"), blank=True)
    synonyms_fr = models.TextField(_("searched as in French"), blank=True)
    group = models.CharField(_("group"), max_length=60, blank=True)
    related = models.JSONField(_("neighbouring areas"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    retired = models.BooleanField(
        _("retired"), default=False, help_text=_("No longer offered; still shown where it is used.")
    )

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("vocabularies")
        ordering = ["kind", "position", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="term_once")]

    def __str__(self):
        return self.label

    @property
    def name(self):
        """The label in the language of the page."""
        return getattr(self, f"label_{(get_language() or 'en')[:2]}", "") or self.label

    def names(self):
        """(language, words people may type for this) in each language."""
        for code in ("en", "es", "fr"):
            tail = "" if code == "en" else f"_{code}"
            labels = [getattr(self, f"label{tail}"), self.label_uk if code == "en" else ""]
            yield code, [*filter(None, labels), *getattr(self, f"synonyms{tail}").splitlines()]


class VocabularyVersion(models.Model):
    """One row that counts edits of terms, so that every process knows whether its copy is current."""

    version = models.BigIntegerField(default=0)

    def __str__(self):
        return f"Vocabulary at version {self.version}"
