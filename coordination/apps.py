from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """What coordinators need to keep the programme going. It sees no pair."""

    name = "coordination"
    verbose_name = _("Coordination")
