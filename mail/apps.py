from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """Every mail as a row, written with the change it tells of."""

    name = "mail"
    verbose_name = _("Email")
    staff_order = 40
