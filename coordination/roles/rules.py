"""May they? Who gives a role to whom, who confirms it, and who takes it away."""

from datetime import timedelta

from django.utils.translation import gettext as _

from coordination.models import RoleProposal
from mentoring.lib.registry.roles import Role
from profiles.roles import active_coordinators, is_last_coordinator, roles_of
from profiles.sign_ups import members_of

MAY_GIVE = "coordination.add_rolechange"
OPEN_FOR = timedelta(days=14)  # then nobody wanted to be the second person


class RoleRefused(Exception):
    """A role is not given, confirmed or taken away. Says why."""


def why_not_propose(member, role, *, by):
    """Why this coordinator may not propose this role for this member, in words; empty if they may."""
    if member.pk == by.pk:
        return _("You cannot give a role to yourself. Another coordinator can propose you.")
    if not member.is_active or member not in members_of(member.email):
        return _("This member cannot sign in, or has not confirmed their email address.")
    if role in roles_of(member):
        return _("This member has that role already.")
    if open_proposals().filter(member=member, role=role).exists():
        return _("This role is already proposed for this member. It waits for a second person.")
    return ""


def may_confirm(coordinator, proposal):
    """Another coordinator than the one who proposed it, and not the member themselves."""
    if coordinator.pk in (proposal.proposed_by_id, proposal.member_id):
        return False
    return coordinator.is_active and coordinator.is_staff and coordinator.has_perm(MAY_GIVE)


def why_not_take_away(member, role, *, coordinators=None):
    """Why this role stays, in words; empty if it may be taken away.

    `coordinators`: numbers of those who can sign in, where the caller holds their rows.
    """
    if role not in roles_of(member):
        return _("This member no longer has that role.")
    if role == Role.COORDINATOR and is_last_coordinator(member, coordinators or active_coordinators()):
        return _("This is the programme’s last coordinator. Make someone else a coordinator first.")
    return ""


def open_proposals():
    """Proposals that wait for a second person, or to be given, the oldest first."""
    rows = RoleProposal.objects.filter(closed_at=None, applied_at=None).order_by("proposed_at", "pk")
    return rows.select_related("member", "proposed_by", "confirmation__by")
