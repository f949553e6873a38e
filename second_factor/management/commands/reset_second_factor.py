"""`manage.py reset_second_factor EMAIL`: for somebody who has lost their device and their recovery codes."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from profiles.models import Member
from second_factor.resetting import reset_second_factor


class Command(BaseCommand):
    """The operator makes sure who asks, by telephone or in person. The member is mailed, and signed out everywhere.

    With PostgreSQL it needs the owner's login, as `migrate` does: no process may end the sessions of both sites.
    """

    help = "Remove a member's passkeys, authenticator app and recovery codes, and sign them out everywhere."

    def add_arguments(self, parser):
        """Whose."""
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        """CommandError for an address that is nobody's."""
        try:
            member = Member.objects.get_by_natural_key(email)
            count = reset_second_factor(member)
        except Member.DoesNotExist:
            raise CommandError("Nobody has this address.") from None
        except DatabaseError as error:
            if "permission denied" not in str(error):
                raise
            raise CommandError(
                "This login of the database may not do it. Use the owner's DATABASE_URL, as for migrate."
            ) from None
        self.stdout.write(f"Removed: {count}. The member is signed out and has been emailed.")
