"""Formal programmes beside the free choice."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """The room of programmes."""

    name = "programmes"
    verbose_name = _("Programmes")
