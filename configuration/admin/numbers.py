"""The programme's numbers on the staff site: one form, and below it every change with its way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from configuration import services
from configuration.definitions import in_words
from configuration.forms.numbers import NumbersForm
from configuration.models import NumberChange
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.programme import numbers


@admin.register(NumberChange)
class NumberChangeAdmin(RestrictedModelAdmin):
    """The history is the list; the form is its own page."""

    list_display = ("made_at", "label", "old_value", "new_value", "made_by_name")
    fields = readonly_fields = list_display
    list_display_links = None
    list_select_related = ("made_by",)
    change_list_template = "admin/configuration/changes.html"

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("number"))
    def label(self, change):
        return change.label

    @admin.display(description=_("old value"))
    def old_value(self, change):
        return in_words(change.name, change.before)

    @admin.display(description=_("new value"))
    def new_value(self, change):
        return in_words(change.name, change.value) if change.value is not None else _("as installed")

    @admin.display(description=_("changed by"))
    def made_by_name(self, change):
        return change.made_by.name

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("numbers/", wrap(self.numbers), name="programme_numbers"),
            path("<int:pk>/put-back/", wrap(self.put_back), name="number_put_back"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """Changes are made on the page of the numbers."""
        return redirect("admin:programme_numbers")

    def numbers(self, request):
        """The form of all numbers."""
        self._only_coordinators(request)
        holding = services.newest()
        initial = {"seen": max((change.pk for change in holding.values()), default=0), **vars(numbers())}
        form = NumbersForm(request.POST if request.method == "POST" else None, initial=initial)
        if form.is_valid():
            try:
                count = services.save_numbers(form.values, by=request.user, seen=form.cleaned_data["seen"])
            except services.ChangedMeanwhile as error:
                form.add_error(None, str(error))
            else:
                self._say(request, count)
                return redirect("admin:configuration_numberchange_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("The programme’s numbers"),
            "opts": self.opts,
            "form": form,
            "holding": [
                (form.fields[name].label, in_words(name, value)) for name, value in vars(numbers()).items()
            ],
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/configuration/numbers.html", context, status=status)

    def put_back(self, request, pk):
        """Undo the newest change of a number; asks first."""
        self._only_coordinators(request)
        change = get_object_or_404(NumberChange, pk=pk)
        if request.method == "POST":
            try:
                services.put_back(change, by=request.user)
                messages.success(request, _("“%s” has its old value again.") % change.label)
            except services.ChangedMeanwhile as error:
                messages.error(request, str(error))
            return redirect("admin:configuration_numberchange_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Undo the change of “%s”") % change.label,
            "opts": self.opts,
            "change": change,
            "old_value": in_words(change.name, change.before),
        }
        return TemplateResponse(request, "admin/configuration/put_back.html", context)

    def changelist_view(self, request, extra_context=None):
        """With the newest change of each number, which may be put back."""
        newest = sorted(services.newest().values(), key=lambda change: -change.pk)
        return super().changelist_view(request, {**(extra_context or {}), "newest": newest})

    def _only_coordinators(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _say(self, request, count):
        if count:
            messages.success(request, _("Saved. The new numbers take effect within a few seconds."))
        else:
            messages.info(request, _("Nothing was different, so nothing has changed."))
