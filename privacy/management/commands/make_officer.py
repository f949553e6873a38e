"""`manage.py make_officer EMAIL`: let a member take part in disclosures under law."""

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from privacy.disclosure import OFFICERS
from profiles.models import Member


class Command(BaseCommand):
    """By name and by hand: two of them are needed, and neither can do anything alone."""

    help = "Name a disclosure officer. Two are needed for every disclosure."

    def add_arguments(self, parser):
        """Who."""
        parser.add_argument("email")
        parser.add_argument("--no-longer", action="store_true", help="Take it back.")

    def handle(self, *args, **options):
        """Name, or take back."""
        member = Member.objects.filter(email__iexact=options["email"].strip()).first()
        if member is None:
            raise CommandError("Nobody has this address. They sign up on the member site first.")
        group, _made = Group.objects.get_or_create(name=OFFICERS)
        change = group.user_set.remove if options["no_longer"] else group.user_set.add
        change(member)
        self.stdout.write("Taken back." if options["no_longer"] else "Done.")
