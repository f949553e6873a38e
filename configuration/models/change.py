"""What all changes of the programme's settings share: rows are added, never edited."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChangeQuerySet(models.QuerySet):
    """The rows of one history."""

    def holding(self):
        """The newest row of each thing: those that no other row has replaced."""
        return self.exclude(pk__in=self.model.objects.values("previous"))


class Change(models.Model):
    """Something is different from now on.

    `previous` is the row it replaces (0: none). With what the row is about it is unique, so that of two coordinators
    who change the same thing at once the second is refused.
    """

    previous = models.PositiveBigIntegerField(default=0, editable=False)
    made_at = models.DateTimeField(_("changed"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("changed by")
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
