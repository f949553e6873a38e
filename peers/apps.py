"""Peers: two members who mentor each other."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeersConfig(AppConfig):
    """Brings the rules of its kind of request along."""

    name = "peers"
    verbose_name = _("Peers")
    staff_order = 21

    def ready(self):
        """Registers them."""
        from peers import asking  # noqa: F401
