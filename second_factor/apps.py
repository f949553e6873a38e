from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SecondFactorConfig(AppConfig):
    """Passkeys, authenticator apps and recovery codes, over django-allauth's."""

    name = "second_factor"
    verbose_name = _("Two-step sign-in and passkeys")

    def ready(self):
        from second_factor import signals  # noqa: F401
