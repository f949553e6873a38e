"""Published numbers as pages and files show them. Nothing is counted here: the staff site reads what is frozen."""

from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from figures.counting.tables import DAYS, EMAILS, LINE, TABLES, Table
from figures.models import Publication, PublishedNumber

MONTHS_READ = 24
POINTS_SHOWN = 12  # of a line: months, or quarters


@dataclass(frozen=True)
class Number:
    """One published number, with the words for it. `value` is None for too few to tell."""

    value: int | None
    text: str


@dataclass(frozen=True)
class Row:
    """One line of a table: a number for each series."""

    key: str
    label: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class Shown:
    """One table as of one publication, or over months for a line."""

    table: Table
    month: object
    series: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def anchor(self):
        """Its place in the page."""
        return f"table-{self.table.key}"


def latest():
    """The last publication, or None."""
    return Publication.objects.first()


def all_tables():
    """Every table as it was last published, in the order of the list; those never published are left out."""
    published = list(Publication.objects.all()[:MONTHS_READ])
    found = _numbers(published)
    shown = (_shown(table, published, found) for table in TABLES)
    return [table for table in shown if table]


def _numbers(published):
    """{(table, publication): {(row, series): value}}, in one statement."""
    found = {}
    for number in PublishedNumber.objects.filter(publication__in=published).order_by("pk"):
        numbers = found.setdefault((number.table, number.publication_id), {})
        numbers[number.row, number.series] = number.value
    return found


def _shown(table, published, found):
    of = [publication for publication in published if (table.key, publication.pk) in found]
    if not of:
        return None
    if table.plot == LINE:
        return _over_months(table, of[:POINTS_SHOWN], found)
    numbers = found[table.key, of[0].pk]
    rows = tuple(_row(table, key, label, numbers) for key, label in _labels(table, numbers))
    return Shown(table, of[0].month, tuple(map(str, table.series.values())), rows)


def _labels(table, numbers):
    """(key, label) of the rows that were published; one that has no label any more shows its key."""
    labels = {key: str(label) for key, label in table.row_labels().items()}
    keys = dict.fromkeys(row for row, _series in numbers)
    known = [key for key in labels if key in keys]
    more = [key for key in keys if key not in labels]
    return [(key, labels.get(key) or key or _("Not told, or another")) for key in [*known, *more]]


def _row(table, key, label, numbers):
    values = (numbers.get((key, series)) for series in table.series)
    return Row(key, label, tuple(number_of(table, value) for value in values))


def _over_months(table, published, found):
    """Months as rows, oldest first; the rows of the table as series."""
    keys = list(table.row_labels())
    rows = []
    for publication in reversed(published):
        numbers = found[table.key, publication.pk]
        values = tuple(number_of(table, numbers.get((key, ""))) for key in keys)
        rows.append(Row(f"{publication.month:%Y-%m}", month_name(publication.month), values))
    return Shown(table, published[0].month, tuple(map(str, table.row_labels().values())), tuple(rows))


def number_of(table, value):
    """A published value with its words."""
    if value is None:
        return Number(None, _("too few to tell"))
    if table.unit is DAYS:
        return Number(value, ngettext("%(n)d day", "%(n)d days", value) % {"n": value})
    if table.unit is EMAILS:
        return Number(value, ngettext("%(n)d email", "%(n)d emails", value) % {"n": value})
    return Number(value, str(value) if value else _("0 to 5"))


def month_name(month):
    """A month in words. `month` is its first day."""
    return formats.date_format(month, "YEAR_MONTH_FORMAT")
