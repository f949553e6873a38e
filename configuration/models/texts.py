"""Texts of the programme as coordinators have changed them."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from configuration.models.change import Change
from configuration.texts.placeholders import with_braces
from mentoring.lib.languages import language_choices


class TextKind(models.TextChoices):
    """What a text is of."""

    MAIL = "mail", _("email")
    POLICY = "policy", _("policy")
    WORD = "word", _("word")
    GUIDE = "guide", _("page of the handbook")
    WORKSHEET = "worksheet", _("worksheet")


@dataclass(frozen=True)
class TextKey:
    """Which text: see TextChange."""

    kind: str
    name: str
    language: str
    source: str = ""
    form: int = 0


class TextChange(Change):
    """One text is another from now on. `text` None is the text as installed.

    `name`: the kind of mail, the policy, the word, or the document. `source` is the sentence of a mail as the
    templates have it (its msgid), and `form` its plural form in the language.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=TextKind.choices)
    name = models.CharField(_("text"), max_length=100)
    language = models.CharField(_("language"), max_length=8, choices=language_choices)
    source = models.TextField(_("sentence as installed"), blank=True)
    form = models.PositiveSmallIntegerField(_("plural form"), default=0)
    text = models.TextField(_("new text"), null=True)
    before = models.TextField(_("old text"), null=True)

    class Meta(Change.Meta):
        abstract = False
        verbose_name = _("change of a text")
        verbose_name_plural = _("texts of the programme")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name", "language", "source", "form", "previous"], name="text_change_once"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.name} ({self.language})"

    @property
    def key(self):
        """Which text it is."""
        return TextKey(self.kind, self.name, self.language, self.source, self.form)

    @property
    def part(self):
        """Which part of what its page shows: the sentence as installed, or the word; a policy is one text."""
        return self.name if self.kind == TextKind.WORD else with_braces(self.source)
