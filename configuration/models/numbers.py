"""The programme's numbers as coordinators have changed them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from configuration.definitions import DEFINITIONS, in_words
from configuration.models.change import Change
from mentoring.lib.separators import colon


class NumberChange(Change):
    """One number has another value from now on. `value` None is the value as installed."""

    name = models.CharField(_("number"), max_length=40)
    value = models.JSONField(_("new value"), null=True)
    before = models.JSONField(_("old value"), null=True)

    class Meta(Change.Meta):
        abstract = False
        verbose_name = _("change of a number")
        verbose_name_plural = _("the programme’s numbers")
        constraints = [models.UniqueConstraint(fields=["name", "previous"], name="number_change_once")]

    def __str__(self):
        return f"{self.label}{colon()} {in_words(self.name, self.value)}"

    @property
    def label(self):
        """What the number is called on the page."""
        definition = DEFINITIONS.get(self.name)
        return str(definition.label) if definition else self.name
