from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """What coordinators need to keep the programme going. It sees no pair."""

    name = "coordination"
    verbose_name = _("Coordination")
    staff_order = 60

    def ready(self):
        from coordination.groups import make_role_groups

        post_migrate.connect(make_role_groups, sender=self)
