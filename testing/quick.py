"""What is kept from one test to the next, since reading it again takes longer than most tests."""

from django.core.signals import setting_changed
from django.test.signals import root_urlconf_changed
from django.urls import set_urlconf


def keep_resolvers():
    """Let both sites keep their addresses as read: Django's tests forget them whenever ROOT_URLCONF changes.

    A resolver is kept by the name of its urlconf, so that one site never answers with the addresses of the other.
    """
    setting_changed.disconnect(root_urlconf_changed)
    setting_changed.connect(_back_to_the_root)


def _back_to_the_root(*, setting, **_kwargs):
    if setting == "ROOT_URLCONF":
        set_urlconf(None)
