from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    """People: who they are, what they offer or seek, and how they are found."""

    name = "profiles"
    verbose_name = _("People")
