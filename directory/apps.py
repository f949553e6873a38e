from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Finding: the list of mentors, its filters, search and suggestions."""

    name = "directory"
    verbose_name = _("Mentors")

    def ready(self):
        from profiles.signals import mentor_changed

        mentor_changed.connect(relist_changed, dispatch_uid="directory")
        post_migrate.connect(add_version, sender=self)


def relist_changed(mentor, **kwargs):
    from directory.services import relist

    relist(mentor)


def add_version(**kwargs):
    """After every migration: the row that counts changes is there."""
    from directory.models import DirectoryVersion

    DirectoryVersion.objects.get_or_create(pk=1)
