from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    """How the programme is doing, in numbers that tell nothing of anyone."""

    name = "figures"
    verbose_name = _("Figures")
