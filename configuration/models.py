"""The programme's numbers as coordinators have changed them: rows are added, never edited."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from configuration.definitions import DEFINITIONS, in_words


class NumberChange(models.Model):
    """One number has another value from now on. The newest row of a name holds.

    `value` None is the value as installed. `previous` is the row it replaces (0: none), so that of two coordinators
    who change the same number at once the second is refused.
    """

    name = models.CharField(_("number"), max_length=40)
    value = models.JSONField(_("new value"), null=True)
    before = models.JSONField(_("old value"), null=True)
    previous = models.PositiveBigIntegerField(default=0, editable=False)
    made_at = models.DateTimeField(_("changed"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("changed by")
    )

    class Meta:
        verbose_name = _("change of a number")
        verbose_name_plural = _("the programme’s numbers")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["name", "previous"], name="number_change_once")]

    def __str__(self):
        return f"{self.label}: {in_words(self.name, self.value)}"

    @property
    def label(self):
        """What the number is called on the page."""
        definition = DEFINITIONS.get(self.name)
        return str(definition.label) if definition else self.name
