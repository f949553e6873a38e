"""`manage.py report_backup [--place WHERE] [--failed]`: called by the operator's backup script at its end."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coordination.backups import report_backup

LONGEST = 200


class Command(BaseCommand):
    """The first page of the staff site says when the last backup was. With PostgreSQL: the owner's login."""

    help = "Write down that the backup succeeded, or with --failed that it did not."

    def add_arguments(self, parser):
        """Where it is, and how it went."""
        parser.add_argument("--place", default="", help="Where the backup is: a folder, a machine.")
        parser.add_argument("--failed", action="store_true", help="The backup failed.")

    def handle(self, *args, place, failed, **options):
        """One row. CommandError for a place that is no line of text."""
        place = place.strip()
        if len(place) > LONGEST or not place.isprintable():
            raise CommandError(f"--place: expected one line of at most {LONGEST} characters.")
        report_backup(succeeded=not failed, place=place, at=timezone.now())
        self.stdout.write("Written down: the backup failed." if failed else "Written down.")
