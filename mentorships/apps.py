from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MentorshipsConfig(AppConfig):
    """The pair: its lifecycle and the keys of its private texts."""

    name = "mentorships"
    verbose_name = _("Mentorships")
