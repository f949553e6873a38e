from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """What is kept about whom, for how long: taking along, leaving, keys, disclosure under law."""

    name = "privacy"
    verbose_name = _("Data and privacy")
