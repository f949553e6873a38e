from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigurationConfig(AppConfig):
    """What coordinators may set for their programme, each change with its history; and who has accepted which text."""

    name = "configuration"
    verbose_name = _("Programme settings")

    def ready(self):
        from profiles.signals import member_joined

        member_joined.connect(record_acceptance, dispatch_uid="record_acceptance")


def record_acceptance(sender, member, **kwargs):
    """Whoever joins accepts the terms on the page of joining, in the language of that page."""
    from django.conf import settings
    from django.utils.translation import get_language

    from configuration.policies.acceptance import accept_all

    language = get_language()
    accept_all(member, language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
