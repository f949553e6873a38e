"""`manage.py import_settings FILE --by EMAIL [--dry-run]`: settings that another programme exported."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from coordination.handover import settings_file
from mentoring.lib.addresses import canonical_address
from mentoring.lib.registry.handover import SettingsMoved
from profiles.models import Member
from profiles.roles import active_coordinators


class Command(BaseCommand):
    """All of the file, or nothing and every reason."""

    help = "Take in numbers and vocabularies from a file that another programme exported."

    def add_arguments(self, parser):
        """The file, in whose name, and whether only to look."""
        parser.add_argument("file")
        parser.add_argument("--by", default="", help="A coordinator's address, for the history.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )

    def handle(self, *args, file, by, dry_run, **options):
        """Each change in a line. CommandError says what has to be mended."""
        by = None if dry_run else _coordinator(by)
        try:
            plans = settings_file.read_settings(_content(file))
            if not dry_run:
                settings_file.import_settings(plans, by=by)
        except settings_file.BadSettings as error:
            raise CommandError("\n".join([*error.args[0], "Nothing was changed."])) from None
        except SettingsMoved as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        changes = settings_file.changes_of(plans)
        for change in changes:
            self.stdout.write(change)
        self.stdout.write(f"{len(changes)} changes{' would be' if dry_run else ''} made.")


def _content(file):
    path = Path(file)
    try:
        with path.open("rb") as stream:
            return stream.read(settings_file.MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise CommandError(
            f"{file}: {getattr(error, 'strerror', None) or 'not the name of a file'}."
        ) from None


def _coordinator(address):
    found = Member.objects.filter(email=canonical_address(address), pk__in=active_coordinators()).first()
    if found is None:
        raise CommandError("--by: expected the address of a coordinator, whose name the history shows.")
    return found
