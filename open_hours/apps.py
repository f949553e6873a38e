from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpenHoursConfig(AppConfig):
    """Single talks that mentors offer, and days of them."""

    name = "open_hours"
    verbose_name = _("Open hours")
    staff_order = 35
