"""An address that somebody confirms may be one on the association's list."""

from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from joining.standing import link_member


@receiver(email_confirmed)
def tie_to_the_list(*, email_address, **_signal):
    """Its entry is theirs from now on, if nobody else has it."""
    link_member(email_address.user, email_address.email)
