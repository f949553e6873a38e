from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """The demonstration: its people, and a place to read its mail. Silent unless DEMO is on."""

    name = "demo"
    verbose_name = _("Demo")
