"""The roles on the staff site, and which of them may do what there: each room says it in its `hooks.py`."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.base import Registry


class Role(TextChoices):
    """What somebody is on the staff site. The value is the name of the role's group of permissions."""

    COORDINATOR = "coordinator", _("Coordinator")
    HELP_DESK = "help-desk", _("Help desk")
    OPERATOR = "operator", _("Operator")
    PROGRAMME = "programme", _("Programme coordinator")


ROLE_SENTENCES = {
    Role.COORDINATOR: _("Everything on the staff site. Nothing that goes on inside a mentorship is there."),
    Role.HELP_DESK: _("Requests for help and reports. No lists of members, and no posts."),
    Role.OPERATOR: _(
        "Whether email, the worker, figures and backups are working. No members, cases or posts."
    ),
    Role.PROGRAMME: _(
        "Their own programmes: texts, dates, and as much about the people taking part as each programme says."
    ),
}


@dataclass(frozen=True)
class StaffPermission:
    """One permission of Django, and the roles that have it."""

    app_label: str
    codename: str
    roles: frozenset[Role]


# By (app label, codename).
STAFF_PERMISSIONS: Registry[StaffPermission] = Registry()


def coordinators_may(app_label: str, *codenames: str, also: tuple[Role, ...] = ()) -> None:
    """Declare what coordinators may do with a room's rows on the staff site, and which other roles may, too."""
    for codename in codenames:
        roles = frozenset((Role.COORDINATOR, *also))
        STAFF_PERMISSIONS.add((app_label, codename), StaffPermission(app_label, codename, roles))


def permissions_of(role: Role) -> list[StaffPermission]:
    """All that a role may do, in the order of the rooms."""
    return [permission for permission in STAFF_PERMISSIONS if role in permission.roles]


def roles_with(permission: str) -> list[Role]:
    """The roles that have a permission, such as "conduct.view_case"."""
    declared = STAFF_PERMISSIONS.get(tuple(permission.split(".")))
    return [role for role in Role if declared and role in declared.roles]
