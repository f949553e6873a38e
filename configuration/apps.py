from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigurationConfig(AppConfig):
    """What coordinators may set for their programme, each change with its history. It knows no member's data."""

    name = "configuration"
    verbose_name = _("Programme settings")
