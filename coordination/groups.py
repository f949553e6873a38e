"""The groups of permissions behind the roles: one for each role, called like it."""

from django.contrib.auth.models import Group, Permission

from mentoring.lib.registry.roles import Role, permissions_of


def role_group(role):
    """The group of a role with exactly the permissions that the rooms declare, made or put right."""
    group, _made = Group.objects.get_or_create(name=role)
    wanted = {(permission.app_label, permission.codename) for permission in permissions_of(role)}
    names = {codename for _app, codename in wanted}
    rows = Permission.objects.filter(codename__in=names).select_related("content_type")
    group.permissions.set([row for row in rows if (row.content_type.app_label, row.codename) in wanted])
    return group


def coordinator_group():
    """The group of coordinators."""
    return role_group(Role.COORDINATOR)


def make_role_groups(**kwargs):
    """After every migration: what a new version lets a role do holds for whoever has it."""
    for role in Role:
        role_group(role)
