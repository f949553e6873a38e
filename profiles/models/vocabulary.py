"""The words of the field: areas of practice, kinds of library, styles … edited by coordinators."""

import re

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class TermKind(models.TextChoices):
    """Which question a term answers. The values are the filter names of the browse page."""

    AREA = "area", _("area of practice")
    GROUP = "group", _("group of areas")
    LIBRARY_TYPE = "library_type", _("kind of library")
    LIBRARY_SIZE = "library_size", _("size of library")
    CAREER_STAGE = "career_stage", _("career stage")
    QUALIFICATION = "qualification", _("qualification")
    HELPS_WITH = "helps_with", _("what mentees seek and mentors help with")
    ROLE = "role", _("mentor role")
    STYLE = "style", _("kind of mentoring")
    FORMAT = "format", _("way to talk")
    LANGUAGE = "language", _("language")
    WINDOW = "window", _("time that suits")
    DECLINE_REASON = "decline_reason", _("reason for declining")


class Term(models.Model):
    """One word of one vocabulary, in the programme's own language (`settings.LANGUAGE_CODE`).

    A slug is never reused or deleted: a retired one still resolves.
    """

    kind = models.CharField(_("vocabulary"), max_length=20, choices=TermKind.choices)
    slug = models.CharField(_("short name"), max_length=60)
    label = models.CharField(_("label"), max_length=120)
    description = models.CharField(_("description"), max_length=300, blank=True)
    synonyms = models.TextField(_("also found by (one per line)"), blank=True)
    group = models.CharField(_("group"), max_length=60, blank=True)
    related = models.JSONField(_("related areas"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    retired = models.BooleanField(
        _("retired"), default=False, help_text=_("No longer offered, but still shown wherever it is in use.")
    )

    merged_into = models.CharField(
        max_length=60, blank=True, editable=False
    )  # the slug of the word that stays
    merged_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("vocabulary word")
        verbose_name_plural = _("vocabulary words")
        ordering = ["kind", "position", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="term_once")]

    def __str__(self):
        return self.label

    @property
    def name(self):
        """The label in the language of the page: `pt-br`, else `pt`, else the programme's own."""
        language = get_language() or settings.LANGUAGE_CODE
        labels = {label.language: label.label for label in self.labels.all()}
        return labels.get(language) or labels.get(language.partition("-")[0]) or self.label

    def names(self):
        """{language: [label, *synonyms]}; what is typed in `en-gb` is read as `en`."""
        labels = sorted(self.labels.all(), key=lambda label: label.language)
        names = {settings.LANGUAGE_CODE.partition("-")[0]: [self.label]}
        for label in labels:
            names.setdefault(label.language.partition("-")[0], []).append(label.label)
        for source in (self, *labels):
            language = getattr(source, "language", settings.LANGUAGE_CODE).partition("-")[0]
            names[language] += source.synonyms.splitlines()
        return {language: list(filter(None, found)) for language, found in names.items()}


class TermLabel(models.Model):
    """What a term is called in one more language or spelling (`en-gb`). A language needs no more than rows."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="labels")
    language = models.CharField(_("language"), max_length=12)
    label = models.CharField(_("label"), max_length=120, blank=True)
    synonyms = models.TextField(_("also found by (one per line)"), blank=True)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("Languages")
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["term", "language"], name="term_label_once")]

    def __str__(self):
        return f"{self.language}: {self.label}"


class VocabularyVersion(models.Model):
    """One row that counts edits of terms, so that every process knows whether its copy is current."""

    version = models.BigIntegerField(default=0)

    def __str__(self):
        return f"Vocabulary at version {self.version}"
