"""`manage.py rebuild_directory`: make every listing anew from the profiles."""

from django.core.management.base import BaseCommand

from directory.services import relist_all


class Command(BaseCommand):
    """After an update that shows or filters something new: what is stored becomes what is declared now."""

    help = "Makes the list of mentors anew, while the programme goes on. Safe to run again."

    def handle(self, **options):
        """Tell how many."""
        self.stdout.write(f"{relist_all()} mentors listed anew.")
