"""Addresses where nobody is reached: they are not written to until somebody says that they work."""

from allauth.account.signals import email_changed, email_confirmed
from django.dispatch import receiver

from mail.models import Undeliverable

NEVER_SUPPRESSED = "account/"  # signing in and confirming an address: the way back


def suppress(letter, code):
    """The mail server has refused the address of a letter for good."""
    address = letter.address.lower()
    Undeliverable.objects.get_or_create(address=address, defaults={"code": code})


def is_suppressed(address, kind=""):
    """Whether mail of this kind is not written to this address any more. At most one statement."""
    if kind.startswith(NEVER_SUPPRESSED):
        return False
    return Undeliverable.objects.filter(address=address.lower()).exists()


def lift_suppression(address):
    """From the next letter on, as if nothing had happened."""
    Undeliverable.objects.filter(address=address.lower()).delete()


@receiver(email_confirmed)
def lift_after_confirmation(email_address, **kwargs):
    """Whoever has read a mail there is reached there."""
    lift_suppression(email_address.email)


@receiver(email_changed)
def lift_after_change(from_email_address, **kwargs):
    """Of an address that a member gives up nothing is kept."""
    if from_email_address:
        lift_suppression(from_email_address.email)
