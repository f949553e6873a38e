"""A way to sign in that is new or gone is told to its member."""

from allauth.socialaccount.models import SocialAccount
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from sso import notifications
from sso.arrivals import provider_of


@receiver(post_save, sender=SocialAccount)
def tell_of_connection(sender, instance, created, **kwargs):
    """By whichever way: our own pages, or allauth's."""
    provider = provider_of(instance.provider)
    if created and provider and instance.user.last_login:  # whoever joins by it knows
        notifications.connected(instance, provider_name=provider.name)


@receiver(post_delete, sender=SocialAccount)
def tell_of_disconnection(sender, instance, **kwargs):
    """A provider that is no longer configured has lost its name, and opens nothing."""
    provider = provider_of(instance.provider)
    if provider and instance.user.is_active:
        notifications.disconnected(instance, provider_name=provider.name, at=timezone.now())
