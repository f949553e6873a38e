from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Meetings of a pair: proposed, agreed, kept in both calendars."""

    name = "meetings"
    verbose_name = _("Meetings")
