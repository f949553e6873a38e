from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """What is kept about whom, for how long: taking along, leaving, keys, disclosure under law."""

    name = "privacy"
    verbose_name = _("Data and privacy")

    def ready(self):
        from privacy.grants import grant_after_migrate

        post_migrate.connect(grant_after_migrate, sender=self)
