from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CustodyConfig(AppConfig):
    """What is kept about whom, for how long: taking along, leaving, keys, disclosure under law."""

    name = "custody"
    verbose_name = _("Custody")
