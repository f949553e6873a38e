"""What coordination offers to others: the weekly mail, who gives roles, what waits for a second person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination import weekly
from coordination.roles import rules
from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import (
    DUE,
    JOBS,
    MEMBER_TO_DO,
    STAFF_MEMBER_LINKS,
    STAFF_SITE,
    STAFF_TO_DO,
    StaffTask,
)
from mentoring.lib.registry.roles import Role, coordinators_may

coordinators_may("coordination", "view_rolechange", "add_rolechange")
coordinators_may("coordination", "view_backupreport", also=(Role.OPERATOR,))
DUE.register(order=85, name="coordinators mailed what waits")(weekly.send_weekly)
JOBS.wake("coordination.tasks.give_roles", every=10)


def _to_confirm(member):
    if not member.is_staff or not member.has_perm(rules.MAY_GIVE):
        return []
    waiting = rules.open_proposals().filter(confirmation=None)
    return [proposal for proposal in waiting if rules.may_confirm(member, proposal)]


@STAFF_TO_DO.register(order=5)
def roles_to_confirm(coordinator):
    """Roles that wait for a second person, who could be this coordinator."""
    for proposal in _to_confirm(coordinator):
        yield StaffTask(
            label=_("A role is waiting for a second person"),
            since=proposal.proposed_at,
            url=reverse("admin:coordination_rolechange_changelist", urlconf=STAFF_SITE),
            action=_("See who may do what"),
            late_days=7,
        )


@MEMBER_TO_DO.register(order=80)
def role_to_confirm(member):
    """The same for a coordinator who is on the members' site."""
    for proposal in _to_confirm(member):
        yield (
            reverse("role_confirm", args=[proposal.code]),
            _("Confirm a role on the staff site, or leave it"),
        )


@STAFF_MEMBER_LINKS.register(order=40)
def role_for_member(coordinator, member):
    """The way to propose a role for somebody."""
    if coordinator.has_perm(rules.MAY_GIVE) and member.is_active and member.pk != coordinator.pk:
        yield reverse("admin:role_propose") + f"?member={member.pk}", _("Propose a role on the staff site")


@PROGRAMME_YEAR.register(order=30)
def year_of_coordinators():
    """What happens by itself."""
    yield (
        _("Monday to Wednesday"),
        _(
            "Everyone with a role on the staff site gets one email with what waits for them, if anything does."
        ),
    )
