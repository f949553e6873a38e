"""What the pages of members and of mentors on the staff site have in common."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from mentoring.lib.admin import NamedPages, RestrictedModelAdmin
from mentoring.lib.admin_export import CsvExport
from mentoring.lib.text import MultiLineField


class ReasonForm(forms.Form):
    """Why a coordinator takes a step; whom it is about reads it."""

    reason = MultiLineField(label=_("Reason (emailed to the member)"), max_length=500, rows=4)


class PeopleAdmin(CsvExport, NamedPages, RestrictedModelAdmin):
    """Looked at, not changed: changes go through the buttons, which go through services."""

    change_form_template = "admin/people/change_form.html"

    def has_add_permission(self, request):
        """People join by themselves."""
        return False

    def has_change_permission(self, request, obj=None):
        """Members change their own profiles."""
        return False

    def person_or_403(self, request, pk, *, methods):
        """A row, for a step by one of these methods; as little as for one that is not there."""
        row = self.get_object(request, pk) if self.has_view_permission(request) else None
        if row is None or request.method not in methods:
            raise PermissionDenied
        return row

    def ask_reason(self, request, row, form, *, title, question, button):
        """The page that asks whether, and why."""
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "row": row,
            "row_name": self.row_name(row),
            "opts": self.opts,
            "title": title,
            "question": question,
            "button": button,
        }
        return TemplateResponse(request, "admin/people/ask_reason.html", context)
