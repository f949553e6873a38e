from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from mentoring.lib import ordinals
from mentoring.lib.sealed_sessions import remember_moment
from profiles import sign_in_log


class ProfilesConfig(AppConfig):
    """People: who they are, and what they offer or seek."""

    name = "profiles"
    verbose_name = _("Members and mentors")
    staff_order = 20

    def ready(self):
        ordinals.install()
        post_migrate.connect(add_shipped_vocabulary, sender=self)
        user_logged_in.disconnect(dispatch_uid="update_last_login")
        user_logged_in.connect(remember_sign_in)
        user_logged_in.connect(remember_moment)
        user_logged_in.connect(sign_in_log.signed_in)
        user_logged_out.connect(sign_in_log.signed_out)
        user_login_failed.connect(sign_in_log.password_refused)


def remember_sign_in(sender, user, **kwargs):
    """As Django does, on the member site only: links that set a password hang on the last sign-in.

    Whoever could put an older day there would make an old link valid again; the staff site's login cannot.
    """
    from django.contrib.auth.models import update_last_login

    if settings.PROCESS != "staff":
        update_last_login(sender, user, **kwargs)


def add_shipped_vocabulary(**kwargs):
    """After every migration: words that came with a new version are there."""
    from profiles import vocabulary
    from profiles.models import VocabularyVersion

    VocabularyVersion.objects.get_or_create(pk=1)
    vocabulary.load()
