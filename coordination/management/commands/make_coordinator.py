"""`manage.py make_coordinator EMAIL`: let a member into the staff site."""

from django.core.management.base import BaseCommand, CommandError

from coordination.groups import coordinator_group
from profiles.models import Member


class Command(BaseCommand):
    """The member keeps their account; they only get the staff site as well."""

    help = "Let a member into the staff site as a coordinator."

    def add_arguments(self, parser):
        """Who."""
        parser.add_argument("email")
        parser.add_argument("--no-longer", action="store_true", help="Take it back.")

    def handle(self, *args, **options):
        """Give or take back, and say so."""
        member = Member.objects.filter(email__iexact=options["email"].strip()).first()
        if member is None:
            raise CommandError("Nobody has this address. They sign up on the member site first.")
        wanted = not options["no_longer"]
        Member.objects.filter(pk=member.pk).update(is_staff=wanted)
        group = coordinator_group()
        if wanted:
            group.user_set.add(member)
        else:
            group.user_set.remove(member)
        self.stdout.write("Done." if wanted else "Taken back.")
