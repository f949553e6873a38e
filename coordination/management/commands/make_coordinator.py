"""`manage.py make_coordinator EMAIL`: let a member into the staff site."""

from coordination.groups import coordinator_group
from profiles.member_command import MemberCommand
from profiles.models import Member


class Command(MemberCommand):
    """The member keeps their account; they only get the staff site as well."""

    help = "Let a member into the staff site as a coordinator."

    def change(self, member, *, wanted):
        Member.objects.filter(pk=member.pk).update(is_staff=wanted)
        coordinators = coordinator_group()
        (coordinators.user_set.add if wanted else coordinators.user_set.remove)(member)
