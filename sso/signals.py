"""A way to sign in that is new or gone is told to its member."""

from datetime import timedelta

from allauth.socialaccount.models import SocialAccount
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from sso import notifications
from sso.arrivals import provider_of

AT_ONCE = timedelta(minutes=1)  # account and connection of somebody who joins are made together


@receiver(post_save, sender=SocialAccount)
def tell_of_connection(sender, instance, created, **kwargs):
    """By whichever way: our own pages, or allauth's."""
    provider = provider_of(instance.provider)
    joins = instance.date_joined - instance.user.joined_at < AT_ONCE and not instance.user.last_login
    if created and provider and not joins:  # whoever joins by it knows
        notifications.connected(instance, provider_name=provider.name)


@receiver(post_delete, sender=SocialAccount)
def tell_of_disconnection(sender, instance, **kwargs):
    """A provider that is no longer configured has lost its name, and opens nothing."""
    provider = provider_of(instance.provider)
    if provider and instance.user.is_active:
        notifications.disconnected(instance, provider_name=provider.name, at=timezone.now())
