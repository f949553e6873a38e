"""The pages of the first steps."""

from profiles.models import Member


def address(part):
    return f"/start/{part}/"


def again(member):
    return Member.objects.get(pk=member.pk)
