"""A list of the staff site as a CSV file: the rows that are filtered for, the columns that coordinators may see."""

import csv

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.utils import label_for_field, lookup_field
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.urls import path
from django.utils.dateformat import format as format_date
from django.utils.text import capfirst
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from mentoring.lib.csv_cells import safe_cell

CHUNK = 500


class _Echo:
    """What csv.writer writes to: each line is handed on."""

    def write(self, line):
        return line


class CsvExport:
    """For a ModelAdmin: `export_columns` as a CSV file of what the list is filtered for. Each one is logged."""

    export_columns = ()
    change_list_template = "admin/exportable_change_list.html"

    def get_urls(self):
        """The file, beside the list."""
        wrap, opts = self.admin_site.admin_view, self.opts
        name = f"{opts.app_label}_{opts.model_name}_export"
        return [path("export/", wrap(self.export), name=name), *super().get_urls()]

    def export(self, request):
        """POST, with the query of the list: it is written down who took which list along."""
        if request.method != "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.get_changelist_instance(request).get_queryset(request)
        self._log_export(request, rows.count())
        response = StreamingHttpResponse(self._lines(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.opts.model_name}.csv"'
        return response

    def _lines(self, rows):
        writer = csv.writer(_Echo())
        yield "\ufeff" + writer.writerow([safe_cell(self._heading(name)) for name in self.export_columns])
        for row in rows.iterator(CHUNK):
            yield writer.writerow([safe_cell(self._cell(name, row)) for name in self.export_columns])

    def _heading(self, name):
        return capfirst(label_for_field(name, self.model, self))

    def _cell(self, name, row):
        _field, _attribute, value = lookup_field(name, row, self)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if hasattr(value, "hour") and is_aware(value):
            return format_date(localtime(value), "Y-m-d H:i")
        return getattr(value, "name", value)  # a country

    def _log_export(self, request, count):
        LogEntry.objects.create(
            user=request.user,
            content_type=ContentType.objects.get_for_model(self.model),
            object_repr=capfirst(self.opts.verbose_name_plural)[:200],
            action_flag=CHANGE,
            change_message=_("Downloaded as CSV: %(n)d rows") % {"n": count},
        )
