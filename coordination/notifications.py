"""Mails of the staff site: what waits in a week, and who has which role."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role
from profiles.roles import staff_with

WEEK = declare_topic(
    "coordination",
    label=_("What needs a coordinator, once a week"),
    unsubscribe_label=_("Stop the weekly email about what needs a coordinator"),
    order=200,
    staff_only=True,
)


@register
class WeekOfCoordinator(Notification):
    """To a coordinator: what waits on the staff site. Carries kinds and ages and a link, and names nobody."""

    folder, topic, delivery = "coordination/week_of_coordinator", WEEK, Delivery.DIGEST


@register
class RoleGiven(Notification):
    """To a member: they have a role on the staff site. Carries the role, who gave it, and a link to the staff site."""

    folder, topic, delivery = "coordination/role_given", None, Delivery.SECURITY


@register
class RoleTaken(Notification):
    """To a member: they no longer have a role. Carries the role and who took it away."""

    folder, topic, delivery = "coordination/role_taken", None, Delivery.SECURITY


@register
class RoleProposed(Notification):
    """To coordinators: a role waits for a second person. Carries who proposed it and a link, not for whom it is."""

    folder, topic, delivery = "coordination/role_proposed", None, Delivery.SECURITY


def role_changed(change):
    """A RoleChange, to whom it concerns."""
    role = Role(change.role)
    (RoleGiven if change.given else RoleTaken).post(
        to=change.member,
        context={
            "reader": change.member,
            "role": role,
            "sentence": ROLE_SENTENCES[role],
            "by": change.by,
            "second": change.second,
            "link": f"{settings.STAFF_URL}/admin/",
        },
        occasion=f"role-change-{change.pk}",
    )


def role_proposed(proposal, *, open_for: timedelta, permission):
    """To everybody who may be the second person."""
    for to in staff_with(permission, but=(proposal.proposed_by, proposal.member)):
        RoleProposed.post(
            to=to,
            context={
                "reader": to,
                "proposal": proposal,
                "until": proposal.proposed_at + open_for,
                "link": member_link("role_confirm", proposal.code),
            },
            occasion=f"role-proposal-{proposal.pk}-{to.pk}",
        )
