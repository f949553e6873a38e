from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    """People: who they are, and what they offer or seek."""

    name = "profiles"
    verbose_name = _("People")

    def ready(self):
        post_migrate.connect(add_shipped_vocabulary, sender=self)


def add_shipped_vocabulary(**kwargs):
    """After every migration: words that came with a new version are there."""
    from profiles import vocabulary
    from profiles.models import VocabularyVersion

    VocabularyVersion.objects.get_or_create(pk=1)
    vocabulary.load()
