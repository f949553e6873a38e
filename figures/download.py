"""A table as CSV, over all months that were published."""

import csv
import io

from django.utils.translation import gettext as _

from figures.models import PublishedNumber
from figures.shown import number_of

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def table_as_csv(table):
    """The text of the file: month, group, series, number; the words as on the page."""
    labels, series = table.row_labels(), table.series
    numbers = PublishedNumber.objects.filter(table=table.key).select_related("publication")
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([_("Month"), _("Group"), _("Series"), str(table.unit).capitalize()])
    for number in numbers.order_by("publication__month", "pk"):
        label = labels.get(number.row) or number.row or _("Not told, or another")
        cells = (label, series.get(number.series, number.series), number_of(table, number.value).text)
        writer.writerow([number.publication, *map(safe_cell, cells)])
    return file.getvalue()


def safe_cell(text):
    """A cell that no spreadsheet runs."""
    text = str(text)
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else text
