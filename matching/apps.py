from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatchingConfig(AppConfig):
    """Finding a mentor, and asking one."""

    name = "matching"
    verbose_name = _("Looking for a mentor")
    staff_order = 30
