"""What coordinators may do on the staff site."""

from django.contrib.auth.models import Group, Permission

from mentoring.lib.registry.hooks import COORDINATOR_PERMISSIONS

NAME = "Coordinators"


def coordinator_group():
    """The group with exactly these permissions, made or put right."""
    group, _made = Group.objects.get_or_create(name=NAME)
    wanted = [
        Permission.objects.get(content_type__app_label=app, codename=name)
        for app, name in COORDINATOR_PERMISSIONS
    ]
    group.permissions.set(wanted)
    return group
