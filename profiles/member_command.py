"""What commands share that give one member a part to play, by hand and by name."""

from abc import ABC, abstractmethod

from django.core.management.base import BaseCommand, CommandError

from profiles.models import Member
from profiles.sign_ups import members_of


class MemberCommand(BaseCommand, ABC):
    """`manage.py make_… EMAIL [--no-longer]`. A subclass says what changes in `change`."""

    def add_arguments(self, parser):
        """Who, and whether it is taken back."""
        parser.add_argument("email")
        parser.add_argument("--no-longer", action="store_true", help="Take it back.")

    def handle(self, *args, **options):
        """Change it, and say so. CommandError for an address that is nobody's, or that nobody has confirmed."""
        wanted = not options["no_longer"]
        try:
            member = Member.objects.get_by_natural_key(options["email"])
        except Member.DoesNotExist:
            raise CommandError("Nobody has this address. They sign up on the member site first.") from None
        if wanted and member not in members_of(member.email):
            raise CommandError(
                "Nobody has confirmed this address: whoever signed up with it may be somebody else. "
                "They sign in on the member site first, and type the code that they are mailed."
            )
        self.change(member, wanted=wanted)
        self.stdout.write("Taken back." if options["no_longer"] else "Done.")

    @abstractmethod
    def change(self, member, *, wanted):
        """Give the member their part, or take it back."""
