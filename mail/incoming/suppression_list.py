"""Addresses where nobody is reached: they are not written to until somebody says that they work."""

from allauth.account.signals import email_changed, email_confirmed
from django.dispatch import receiver

from mail.models import Refusal, Undeliverable


def suppress(address, code):
    """Nobody is reached there: the code says by what it was told."""
    Undeliverable.objects.get_or_create(address=address.lower(), defaults={"code": code})


def is_suppressed(address):
    """Whether this address is not written to any more, but for mails that are the way back. One statement."""
    return Undeliverable.objects.filter(address=address.lower()).exists()


def lift_suppression(address):
    """From the next mail on, as if nothing had happened."""
    lift_suppressions([address])


def lift_suppressions(addresses):
    """The same for several. How many of them were not written to."""
    small = [address.lower() for address in addresses]
    Refusal.objects.filter(address__in=small).delete()
    return Undeliverable.objects.filter(address__in=small).delete()[0]


@receiver(email_confirmed)
def lift_after_confirmation(email_address, **kwargs):
    """Whoever has read a mail there is reached there."""
    lift_suppression(email_address.email)


@receiver(email_changed)
def lift_after_change(from_email_address, **kwargs):
    """Of an address that a member gives up nothing is kept."""
    if from_email_address:
        lift_suppression(from_email_address.email)
