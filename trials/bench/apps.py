from django.apps import AppConfig


class BenchConfig(AppConfig):
    """Tables of the floor pages. Installed by the bench settings only."""

    name = "trials.bench"
    default_auto_field = "django.db.models.BigAutoField"
