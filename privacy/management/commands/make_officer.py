"""`manage.py make_officer EMAIL`: let a member take part in disclosures under law."""

from django.contrib.auth.models import Group

from privacy.disclosure import OFFICERS
from profiles.member_command import MemberCommand


class Command(MemberCommand):
    """By name and by hand: two of them are needed, and neither can do anything alone."""

    help = "Name a disclosure officer. Two are needed for every disclosure."

    def change(self, member, *, wanted):
        officers, _made = Group.objects.get_or_create(name=OFFICERS)
        (officers.user_set.add if wanted else officers.user_set.remove)(member)
