"""What follows when a second factor is added or used."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.db.models.signals import pre_save
from django.dispatch import receiver

from second_factor import notifications
from second_factor.staff_marks import MARK, is_staff_site

CODES = Authenticator.Type.RECOVERY_CODES


@receiver(pre_save, sender=Authenticator)
def mark_what_staff_set_up(sender, instance, **kwargs):
    """See staff_marks. No receiver for deleting: the worker deletes without looking into a row."""
    if instance._state.adding and is_staff_site():
        instance.data |= MARK


@receiver(authenticator_used)
def tell_of_recovery_code(sender, user, authenticator, **kwargs):
    """Whoever loses a device should know that a code was used, and how many are left."""
    if authenticator.type == CODES:
        authenticator.refresh_from_db()
        notifications.recovery_code_used(user, left=len(authenticator.wrap().get_unused_codes()))
