"""What coordinators may do on the staff site."""

from django.contrib.auth.models import Group, Permission

NAME = "Coordinators"
MAY = (
    ("conduct", "view_case"),
    ("mail", "view_letter"),
    ("mail", "view_undeliverable"),
    ("profiles", "view_member"),
    ("profiles", "view_mentorprofile"),
    ("profiles", "view_term"),
    ("profiles", "add_term"),
    ("profiles", "change_term"),
    ("profiles", "view_termlabel"),
    ("profiles", "add_termlabel"),
    ("profiles", "change_termlabel"),
)


def coordinators():
    """The group with exactly these permissions, made or put right."""
    group, _made = Group.objects.get_or_create(name=NAME)
    wanted = [
        Permission.objects.get(content_type__app_label=app, codename=name) for app, name in MAY
    ]
    group.permissions.set(wanted)
    return group
