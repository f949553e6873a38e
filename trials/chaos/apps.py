from datetime import timedelta

from django.apps import AppConfig
from django.conf import settings


class ChaosConfig(AppConfig):
    """Runs the clocks faster, and plants what was asked for."""

    name = "trials.chaos"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """All rooms are open now."""
        from mail.outgoing import lease, retry
        from trials.chaos import planted

        lease.LEASE = timedelta(seconds=settings.CHAOS_LEASE_SECONDS)
        retry.MINUTE /= settings.FASTER
        if settings.CHAOS_PLANTED:
            planted.FAULTS[settings.CHAOS_PLANTED]()
