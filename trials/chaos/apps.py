from django.apps import AppConfig
from django.conf import settings


class ChaosConfig(AppConfig):
    """Plants what was asked for."""

    name = "trials.chaos"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """All rooms are open now."""
        from trials.chaos import planted

        if settings.CHAOS_PLANTED:
            planted.FAULTS[settings.CHAOS_PLANTED]()
