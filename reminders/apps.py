from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    """What is due, to whom, when. Dates only, never words."""

    name = "reminders"
    verbose_name = _("Reminders")
