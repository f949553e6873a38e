"""`manage.py prepare_demo`: what `make run` does about the demonstration."""

from django.conf import settings
from django.core.management.base import BaseCommand

from demo import people
from profiles.models import Member


class Command(BaseCommand):
    """Fills an empty database where DEMO is on, and leaves every other one alone."""

    help = "Fill an empty database with the demonstration programme."

    def handle(self, *args, **options):
        """Fill, or do nothing."""
        if settings.DEMO and not Member.objects.exists():
            people.fill()
            self.stdout.write("The demonstration programme is ready.")
