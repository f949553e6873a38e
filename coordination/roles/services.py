"""The verbs of coordinators: propose a role, confirm it, withdraw it, take one away."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coordination import notifications
from coordination.models import RoleConfirmation, RoleProposal
from coordination.roles import giving, rules
from coordination.staff_sessions import end_sessions_of
from profiles.models import Member
from profiles.roles import active_coordinators


def propose_role(member, role, *, by):
    """Propose a role, and tell the other coordinators. RoleRefused says why not."""
    refuse_if(rules.why_not_propose(member, role, by=by))
    try:
        with transaction.atomic():
            proposal = RoleProposal.objects.create(member=member, role=role, proposed_by=by)
            notifications.role_proposed(proposal, open_for=rules.OPEN_FOR, permission=rules.MAY_GIVE)
    except IntegrityError:  # two coordinators at the same moment
        raise rules.RoleRefused(
            _("This role is already proposed for this member. It waits for a second person.")
        ) from None
    return proposal


def confirm_role(proposal, *, by):
    """The second person agrees, on the members' site; the worker gives the role. RoleRefused if it is done already."""
    if not rules.may_confirm(by, proposal):
        raise rules.RoleRefused(_("Another coordinator has to confirm this."))
    waiting = rules.open_proposals().filter(pk=proposal.pk, confirmation=None)
    try:
        with transaction.atomic():
            if not waiting.exists():
                raise IntegrityError
            return RoleConfirmation.objects.create(proposal=proposal, by=by)
    except IntegrityError:
        raise rules.RoleRefused(already_done()) from None


def withdraw_role(proposal):
    """Nothing comes of it. RoleRefused if it is done already."""
    waiting = RoleProposal.objects.filter(pk=proposal.pk, closed_at=None, applied_at=None)
    if waiting.update(closed_at=timezone.now()) != 1:
        raise rules.RoleRefused(already_done())


@transaction.atomic
def take_role_away(member, role, *, by):
    """At once, with the sessions of whoever has no role left. RoleRefused for the last coordinator.

    Holds the rows of all coordinators: two do not take away each other's role at the same moment.
    """
    coordinators = active_coordinators(Member.objects.select_for_update(no_key=True))
    member = Member.objects.get(pk=member.pk)
    refuse_if(rules.why_not_take_away(member, role, coordinators=coordinators))
    if by.pk not in coordinators and not by.is_superuser:
        raise rules.RoleRefused(_("You are no longer a coordinator."))
    giving.take_away(member, role, by=by)
    if not Member.objects.filter(pk=member.pk, is_staff=True).exists():
        end_sessions_of(member)


def refuse_if(reason):
    """RoleRefused, if there is a reason."""
    if reason:
        raise rules.RoleRefused(reason)


def already_done():
    """What the second of two is told."""
    return _("This has been done already: the role was confirmed, withdrawn or out of date.")
