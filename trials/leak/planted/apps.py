from django.apps import AppConfig


class PlantedConfig(AppConfig):
    """Breaks what models and the vault promise."""

    name = "trials.leak.planted"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Everything is there to be broken now."""
        from django.conf import settings

        from trials.leak.planted import admin, broken

        broken.everything()
        if settings.PROCESS == "staff":
            admin.register()
