"""Addresses that mail comes back from."""

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Undeliverable(models.Model):
    """An address that a mail server has refused for good (mail.incoming.suppression_list)."""

    address = models.EmailField(_("address"), max_length=254, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=60, editable=False)
    at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("address that bounces")
        verbose_name_plural = _("addresses that bounce")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(address=Lower("address")), name="undeliverable_in_small_letters"
            )
        ]

    def __str__(self):
        return f"#{self.pk}"
