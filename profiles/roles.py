"""Who has which role on the staff site. A role is a group of permissions; whoever has one may open the site."""

from django.contrib.auth.models import Permission
from django.db.models import Q

from mentoring.lib.registry.roles import Role
from profiles.models import Member

HELD = Member.groups.through.objects


def staff_with(permission, *, but=()):
    """The active members who may do something on the staff site ("conduct.view_case"), without these members."""
    app_label, _dot, codename = permission.partition(".")
    right = Permission.objects.filter(content_type__app_label=app_label, codename=codename)
    given = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    staff = Member.objects.filter(given, is_active=True, is_staff=True).distinct().order_by("pk")
    return staff.exclude(pk__in=[member.pk for member in but if member])


def roles_of(member):
    """The roles of one member, in the order of Role. Uses what was prefetched of `groups`."""
    held = {group.name for group in member.groups.all()} if member.is_staff else ()
    return [role for role in Role if role in held]


def role_names(member):
    """The roles of one member in words; empty for none."""
    return ", ".join(str(role.label) for role in roles_of(member))


def people_with_roles():
    """The active members who may open the staff site, with their roles prefetched, by name."""
    staff = Member.objects.filter(is_staff=True, is_active=True)
    return staff.prefetch_related("groups").order_by("name", "pk")


def active_coordinators(members=Member.objects):
    """The numbers of the coordinators who can sign in, operators left out."""
    held = HELD.filter(group__name=Role.COORDINATOR).values("member")
    rows = members.filter(pk__in=held, is_staff=True, is_active=True, is_superuser=False).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def is_last_coordinator(member, coordinators):
    """Whether nobody would be left without this member. `coordinators`: numbers of those who can sign in."""
    return member.pk in coordinators and not set(coordinators) - {member.pk}
