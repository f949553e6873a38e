"""A table as CSV, over all months that were published."""

import csv
import io

from django.utils.translation import gettext as _

from figures.models import PublishedNumber
from figures.shown import number_of
from mentoring.lib.csv_cells import safe_cell


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
