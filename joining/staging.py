"""Reading a file into the staging table: the columns we know, and nothing else of it."""

from itertools import islice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from joining.models import ColumnMapping, ImportState, ImportTrouble, RosterImport, StagedRow, TroubleKind
from joining.reading import dates, headings
from joining.reading.csv_file import BadFile, open_table
from joining.reading.person import read_row

ROWS_AT_ONCE = 1000
LONGEST_TROUBLE = 400


class ColumnsMissing(BadFile):
    """No column for the address or the name. `headings` is what the columns are called, `fields` what is missing."""

    def __init__(self, found, fields):
        """In words, with the headings."""
        self.headings, self.fields = found, fields
        super().__init__(
            _("We couldn’t tell which column is which. Found: %(headings)s")
            % {"headings": ", ".join(heading[:40] for heading in found[:20])}
        )


def stage_file(file, *, name, by=None, columns=None, claimed_at=None):
    """Keep the rows of a CSV file (binary, seekable) for checking: a RosterImport.

    `columns` {field: number of the column} is what somebody has chosen, and is remembered for files with the same
    headings. Who works on it at once says so with `claimed_at`, or the worker would begin, too. BadFile, of which
    ColumnsMissing is one, if nothing can be read.
    """
    table = open_table(file)
    mapping = _mapping(table.headings, columns)
    if fields := headings.missing(mapping):
        raise ColumnsMissing(table.headings, fields)
    day_first = _day_first(table, mapping)
    with transaction.atomic():
        if columns:
            _remember(table.headings, mapping)
        named = {field: table.headings[place].strip()[:80] for field, place in mapping.items()}
        an_import = RosterImport.objects.create(
            file_name=name[:120], made_by=by, columns=named, claimed_at=claimed_at
        )
        for rows in _read(table, mapping, day_first):
            _keep(an_import, rows)
        an_import.total = StagedRow.objects.filter(of=an_import).count()
        if not an_import.total:
            raise BadFile(_("This file has headings, and no rows."))
        an_import.save(update_fields=["total"])
    return an_import


def _mapping(found, columns):
    remembered = ColumnMapping.objects.filter(headings=headings.fingerprint(found)).first()
    chosen = columns or (remembered.columns if remembered else {})
    matched = headings.matched(found)
    free = {field: place for field, place in matched.items() if place not in chosen.values()}
    return {**free, **chosen}


def _remember(found, mapping):
    ColumnMapping.objects.update_or_create(
        headings=headings.fingerprint(found), defaults={"columns": mapping}
    )


def _day_first(table, mapping):
    place = mapping.get("paid_through")
    if place is None:
        return False
    return dates.day_first(cells[place] for _number, cells in table.rows() if place < len(cells))


def _read(table, mapping, day_first):
    rows = table.rows()
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        read = (read_row(number, cells, mapping, day_first=day_first) for number, cells in batch)
        yield [row for row in read if row is not None]


def _keep(an_import, rows):
    StagedRow.objects.bulk_create(
        StagedRow(
            of=an_import,
            number=row.number,
            external_id=row.external_id,
            email=row.email[:254],
            data=row.as_json(),
        )
        for row in rows
    )
    ImportTrouble.objects.bulk_create(
        ImportTrouble(
            of=an_import,
            kind=TroubleKind.ROW,
            number=row.number,
            text="; ".join(row.errors)[:LONGEST_TROUBLE],
        )
        for row in rows
        if row.errors
    )


def decide_import(an_import, state, *, claimed_at=None):
    """Take a checked file over (CONFIRMED) or not (DISCARDED). False if somebody has decided before."""
    checked = RosterImport.objects.filter(pk=an_import.pk, state=ImportState.CHECKED)
    with transaction.atomic():
        if not checked.update(state=state, decided_at=timezone.now(), done=0, claimed_at=claimed_at):
            return False
        if state == ImportState.DISCARDED:
            StagedRow.objects.filter(of=an_import).delete()
    return True
