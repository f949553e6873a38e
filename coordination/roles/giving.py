"""The worker's part, and the operator's: a role is given once it is agreed, and goes with whoever leaves."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from coordination import notifications
from coordination.groups import role_group
from coordination.models import RoleChange, RoleProposal
from coordination.roles import rules
from mentoring.lib.jobs import run_each
from mentoring.lib.registry.roles import Role
from profiles.models import Member
from profiles.roles import HELD, roles_of


def give_agreed_roles(now):
    """Give what two coordinators have agreed on, and close what nobody confirmed. How many were given.

    It may run late, twice or side by side: each proposal is given once.
    """
    late = rules.open_proposals().filter(confirmation=None, proposed_at__lt=now - rules.OPEN_FOR)
    RoleProposal.objects.filter(pk__in=late.values("pk")).update(closed_at=now)
    agreed = rules.open_proposals().filter(confirmation__isnull=False)
    return run_each(agreed, lambda proposal: _give_agreed(proposal, now), passing=rules.RoleRefused)


@transaction.atomic
def _give_agreed(proposal, now):
    """True for the one who did it; a proposal that no longer holds is closed. The database asks the same."""
    waiting = RoleProposal.objects.filter(pk=proposal.pk, closed_at=None, applied_at=None)
    by, second, member = proposal.proposed_by, proposal.confirmation.by, proposal.member
    holds = (
        rules.may_confirm(second, proposal) and by.is_active and by.is_staff and by.has_perm(rules.MAY_GIVE)
    )
    if not holds or not member.is_active or proposal.role in roles_of(member):
        waiting.update(closed_at=now)
        return False
    # The group first: the database lets the worker do both only in this order, and only while it waits.
    HELD.get_or_create(member=member, group=Group.objects.get(name=proposal.role))
    Member.objects.filter(pk=member.pk).update(is_staff=True)
    if waiting.update(applied_at=now) != 1:
        raise rules.RoleRefused("given by somebody else at this moment")
    _record(member, proposal.role, given=True, by=by, second=second)
    return True


@transaction.atomic
def give_by_operator(member, role):
    """Without a second person: the operator does it, by the command. False if the member has it already."""
    if role in roles_of(member):
        return False
    role_group(role).user_set.add(member)
    Member.objects.filter(pk=member.pk).update(is_staff=True)
    RoleProposal.objects.filter(member=member, role=role, closed_at=None, applied_at=None).update(
        closed_at=timezone.now()
    )
    _record(member, role, given=True)
    return True


@transaction.atomic
def take_away(member, role, *, by=None):
    """Whoever calls it holds the rows and has asked whether they may. `by` is empty for the operator."""
    HELD.filter(member=member, group__name=role).delete()
    if not HELD.filter(member=member, group__name__in=Role.values).exists():
        Member.objects.filter(pk=member.pk).update(is_staff=False)
    _record(member, role, given=False, by=by)


def drop_roles(member):
    """The account is being closed: nobody has to be told."""
    held = HELD.filter(member=member, group__name__in=Role.values)
    for role in held.values_list("group__name", flat=True):
        RoleChange.objects.create(member=member, role=role, given=False)
    HELD.filter(member=member).delete()


def _record(member, role, *, given, by=None, second=None):
    change = RoleChange.objects.create(member=member, role=role, given=given, by=by, second=second)
    notifications.role_changed(change)
