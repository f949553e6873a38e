"""Addresses where nobody is reached: they are not written to until somebody says that they work."""

from allauth.account.signals import email_changed, email_confirmed
from django.dispatch import receiver

from mail.models import Undeliverable

ALWAYS = "account/"  # signing in and confirming an address: the way back


def refused(letter, code):
    """The mail server has refused the address of a letter for good."""
    address = letter.address.lower()
    Undeliverable.objects.get_or_create(address=address, defaults={"code": code})


def comes_back(address, kind=""):
    """Whether mail of this kind is not written to this address any more. At most one statement."""
    if kind.startswith(ALWAYS):
        return False
    return Undeliverable.objects.filter(address=address.lower()).exists()


def try_again(address):
    """From the next letter on, as if nothing had happened."""
    Undeliverable.objects.filter(address=address.lower()).delete()


@receiver(email_confirmed)
def confirmed(email_address, **kwargs):
    """Whoever has read a mail there is reached there."""
    try_again(email_address.email)


@receiver(email_changed)
def changed(from_email_address, **kwargs):
    """Of an address that a member gives up nothing is kept."""
    if from_email_address:
        try_again(from_email_address.email)
