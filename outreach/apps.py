from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutreachConfig(AppConfig):
    """What gets people to step up: invitations to colleagues, words of mentors, “Could I be a mentor?”."""

    name = "outreach"
    verbose_name = _("Invitations and quotes")
    staff_order = 36
