from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """Every mail as a row, written with the change it tells of."""

    name = "letters"
    verbose_name = _("Outbox")
