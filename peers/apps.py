"""Peers: two members who mentor each other."""

from django.apps import AppConfig


class PeersConfig(AppConfig):
    """Brings the rules of its kind of request along."""

    name = "peers"

    def ready(self):
        """Registers them."""
        from peers import asking  # noqa: F401
