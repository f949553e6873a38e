"""May they? Who suspends whom."""

from django.utils.translation import gettext as _

from profiles.models import Member
from profiles.roles import active_coordinators, is_last_coordinator


class MayNotSuspend(Exception):
    """A coordinator does not suspend this member. Says why."""


def why_not_suspend(member, *, by, coordinators=None):
    """Why this coordinator may not suspend this member, in words; empty if they may.

    `coordinators` are the numbers of all who can sign in at this moment, where the caller holds their rows.
    """
    if member.pk == by.pk:
        return _("You cannot suspend your own account. Another coordinator can.")
    if member.is_superuser:
        return _("An operator’s account cannot be suspended here.")
    if member.left_at:
        return _("This account is closed.")
    if is_last_coordinator(member, coordinators or active_coordinators()):
        return _("This is the programme’s last coordinator. Make someone else a coordinator first.")
    return ""


def check_may_suspend(member, *, by):
    """MayNotSuspend unless they may. Holds the rows of coordinators: two do not suspend each other at once."""
    coordinators = None
    if member.is_staff:
        coordinators = active_coordinators(Member.objects.select_for_update(no_key=True))
    reason = why_not_suspend(member, by=by, coordinators=coordinators)
    if not reason and not Member.objects.filter(pk=by.pk, is_active=True).exists():
        reason = _("Your own account has just been suspended.")
    if reason:
        raise MayNotSuspend(reason)
