from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JoiningConfig(AppConfig):
    """How the association's members come into the programme: its list of members, and what changes in it."""

    name = "joining"
    verbose_name = _("Joining")
    staff_order = 20

    def ready(self):
        """Listen for confirmed addresses."""
        from joining import signals  # noqa: F401
