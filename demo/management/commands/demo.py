"""`manage.py demo`: fill an empty programme with people, through the services. Can run again."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo import people


class Command(BaseCommand):
    """Only where DEMO is on: the passwords are public."""

    help = "Fill the demonstration programme."

    def handle(self, *args, **options):
        """Fill, and say so."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1 first: the demonstration has public passwords.")
        people.fill()
        self.stdout.write("The demonstration programme is ready.")
