"""`manage.py import_members FILE.csv [--dry-run] [--column FIELD=HEADING]`: the association's list of members."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from joining import comparing, importing
from joining.models import ImportState, TroubleKind
from joining.reading.csv_file import BadFile, open_table
from joining.reading.headings import aliases, folded, tells_membership
from joining.staging import ColumnsMissing, decide_import, stage_file

REPORT = (
    (comparing.NEW, "new on the list"),
    (comparing.CHANGED, "with other details"),
    (comparing.LAPSED, "whose membership has ended"),
    (comparing.BACK, "who are members again"),
    (comparing.SAME, "unchanged"),
    (comparing.NOT_A_MEMBER, "who are no members"),
    (importing.MISSING, "not in this file (kept)"),
)


class Command(BaseCommand):
    """Checks a file, says what it would change, and takes it over."""

    help = "Take in the association's list of members from a CSV file."

    def add_arguments(self, parser):
        """The file, whether only to look, and columns that nobody would guess."""
        parser.add_argument("file")
        parser.add_argument("--dry-run", action="store_true", help="Check, and change nothing.")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="FIELD=HEADING",
            help=f"Which column is what; fields: {', '.join(aliases())}. It is remembered.",
        )

    def handle(self, *args, **options):
        """CommandError if the file cannot be read."""
        path = Path(options["file"])
        try:
            with path.open("rb") as file:
                columns = _columns(file, options["column"])
                an_import = stage_file(file, name=path.name, columns=columns, claimed_at=timezone.now())
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
        except ColumnsMissing as error:
            needed = " ".join(f'--column {field}="HEADING"' for field in error.fields)
            raise CommandError(f"{error}. Nothing was changed. Say which it is: {needed}") from None
        except BadFile as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        self._check(an_import)
        if options["dry_run"]:
            an_import.delete()
            self.stdout.write("Dry run: nothing was changed.")
            return
        decide_import(an_import, ImportState.CONFIRMED, claimed_at=timezone.now())
        importing.apply_import(an_import)
        self.stdout.write("Done.")

    def _check(self, an_import):
        importing.check_import(an_import)
        an_import.refresh_from_db()
        rows = "1 row" if an_import.total == 1 else f"{an_import.total} rows"
        self.stdout.write(f"{rows}. Read as: {_as_read(an_import.columns)}.")
        if not tells_membership(an_import.columns):
            self.stdout.write(
                "No column says who is a member, so whoever is in the file is one. "
                'If one does: --column state="HEADING"'
            )
        for what, label in REPORT:
            if count := an_import.counts.get(what):
                self.stdout.write(f"{count:>7} {label}")
        for kind in TroubleKind:
            self._troubles(an_import, kind)

    def _troubles(self, an_import, kind, shown=20):
        troubles = an_import.troubles.filter(kind=kind)
        count = troubles.count()
        if count:
            self.stdout.write(f"{count:>7} left out: {kind.label}")
        for trouble in troubles[:shown]:
            self.stdout.write(f"          row {trouble.number}: {trouble.text}")
        if count > shown:
            self.stdout.write(f"          and {count - shown} more")


def _columns(file, given):
    """{field: number of the column} of the `--column`s. CommandError for an unknown field or heading."""
    if not given:
        return None
    headings = open_table(file).headings
    places = {folded(heading): place for place, heading in enumerate(headings)}
    chosen = {}
    for pair in given:
        field, _equals, heading = pair.partition("=")
        if field not in aliases() or folded(heading) not in places:
            raise CommandError(
                f"--column {pair}: expected a field and a heading of the file, as email=E-mail. "
                f"Fields: {', '.join(aliases())}. Headings: {', '.join(headings)}."
            )
        chosen[field] = places[folded(heading)]
    return chosen


def _as_read(columns):
    return ", ".join(f"{field} from “{heading}”" for field, heading in columns.items())
