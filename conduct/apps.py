from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConductConfig(AppConfig):
    """Help, reports and blocks: what a member chose to tell the programme. It knows no pair."""

    name = "conduct"
    verbose_name = _("Help and reports")
    staff_order = 10
