"""What coordinators may do on the staff site."""

from django.contrib.auth.models import Group, Permission

NAME = "Coordinators"
PERMISSIONS = (
    ("conduct", "view_case"),
    ("mail", "view_outgoingmail"),
    ("mail", "view_undeliverable"),
    ("profiles", "view_member"),
    ("profiles", "view_mentorprofile"),
    ("profiles", "view_term"),
    ("profiles", "add_term"),
    ("profiles", "change_term"),
)


def coordinator_group():
    """The group with exactly these permissions, made or put right."""
    group, _made = Group.objects.get_or_create(name=NAME)
    wanted = [
        Permission.objects.get(content_type__app_label=app, codename=name)
        for app, name in PERMISSIONS
    ]
    group.permissions.set(wanted)
    return group
