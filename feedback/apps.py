from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """What one of a pair writes to the other."""

    name = "feedback"
    verbose_name = _("Feedback")
