"""`manage.py make_coordinator EMAIL [--role ROLE]`: let a member into the staff site."""

from django.core.management.base import CommandError
from django.db import DatabaseError, transaction

from coordination.roles import giving
from mentoring.lib.registry.roles import Role
from profiles.member_command import MemberCommand
from profiles.roles import roles_of


class Command(MemberCommand):
    """The operator does it, without a second person. The member keeps their account and is mailed.

    With PostgreSQL it needs the owner's login, as `migrate` does: no process may give a role by itself.
    """

    help = "Let a member into the staff site as a coordinator, or in another role."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--role", choices=Role.values, default=Role.COORDINATOR.value)

    def handle(self, *args, role, **options):
        self.role = Role(role)
        try:
            super().handle(*args, **options)
        except DatabaseError as error:
            if "permission denied" not in str(error):
                raise
            raise CommandError(
                "This login of the database may not give a role. Use the owner's DATABASE_URL, as for migrate."
            ) from None

    @transaction.atomic
    def change(self, member, *, wanted):
        if wanted:
            giving.give_by_operator(member, self.role)
        elif self.role in roles_of(member):
            giving.take_away(member, self.role)
