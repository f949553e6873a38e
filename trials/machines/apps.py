"""Where a fault is planted."""

from django.apps import AppConfig
from django.conf import settings

from trials.harness.plants import plant


class MachinesConfig(AppConfig):
    """Plants what was asked for."""

    name = "trials.machines"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """All rooms are open now. `index`: the list of mentors stays as this process has first read it."""
        if settings.MACHINES_PLANTED == "index":
            from directory import facet_index

            asked = facet_index._version
            plant(
                facet_index,
                "_version",
                lambda: asked() if facet_index._index.version < 0 else facet_index._index.version,
            )
