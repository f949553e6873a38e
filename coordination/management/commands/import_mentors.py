"""`manage.py import_mentors FILE.json [--dry-run]`: mentors in the form of `sample_mentors.json`."""

from django.core.management.base import BaseCommand, CommandError

from coordination.importing import BadFile, load_file


class Command(BaseCommand):
    """All of the file, or nothing and every reason."""

    help = "Take in mentors from a JSON file."

    def add_arguments(self, parser):
        """The file, and whether only to look."""
        parser.add_argument("file")
        parser.add_argument("--dry-run", action="store_true", help="Check, and change nothing.")

    def handle(self, *args, **options):
        """Say how many came in, or what has to be mended."""
        try:
            added, there = load_file(options["file"], dry_run=options["dry_run"])
        except BadFile as error:
            raise CommandError("\n".join([*error.args[0], "Nothing was changed."])) from None
        would = "would be added" if options["dry_run"] else "added"
        self.stdout.write(f"{added} mentors {would}, {there} already there.")
