from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecognitionConfig(AppConfig):
    """Certificates that members make of what they took part in, and their own record of hours."""

    name = "recognition"
    verbose_name = _("Certificates and hours")
