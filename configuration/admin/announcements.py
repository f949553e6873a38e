"""Announcements on the staff site: the list, one page for each, its history."""

import uuid

from django.contrib import admin, messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from configuration.admin import pages
from configuration.forms.announcements import FIELDS, AnnouncementForm
from configuration.models import Announcement
from configuration.services import ChangedMeanwhile
from configuration.services import announcements as services
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.markdown import as_html


@admin.register(Announcement)
class AnnouncementAdmin(RestrictedModelAdmin):
    """Those that hold, past ones too."""

    list_display = ("name", "state", "starts_on", "ends_on", "audience", "language", "made_by_name")
    fields = readonly_fields = list_display
    list_display_links = None
    list_select_related = ("made_by",)
    change_list_template = "admin/configuration/announcements.html"

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).holding()

    def add_view(self, request, form_url="", extra_context=None):
        return redirect("admin:announcement_new")

    @admin.display(description=gettext_lazy("title"))
    def name(self, announcement):
        url = reverse("admin:announcement", args=[announcement.code])
        return format_html('<a href="{}">{}</a>', url, announcement.title)

    @admin.display(description=gettext_lazy("status"))
    def state(self, announcement):
        today = timezone.localdate()
        if announcement.withdrawn:
            return _("withdrawn")
        if today > announcement.ends_on:
            return _("past")
        return _("shown") if today >= announcement.starts_on else _("not yet shown")

    @admin.display(description=gettext_lazy("changed by"))
    def made_by_name(self, announcement):
        return announcement.made_by.name

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("new/", wrap(self.new), name="announcement_new"),
            path("edit/<uuid:code>/", wrap(self.edit), name="announcement"),
            path("edit/<uuid:code>/withdraw/", wrap(self.withdraw), name="announcement_withdraw"),
            path("<int:pk>/put-back/", wrap(self.put_back), name="announcement_put_back"),
            *super().get_urls(),
        ]

    def new(self, request):
        return self._form(request, uuid.uuid4(), None)

    def edit(self, request, code):
        newest = services.newest_of(code)
        if newest is None:
            raise Http404
        return self._form(request, code, newest)

    def withdraw(self, request, code):
        newest = services.newest_of(code)
        if newest is None:
            raise Http404
        return self._step(request, newest, services.withdraw, _("Withdrawn. Nobody sees it from now on."))

    def put_back(self, request, pk):
        change = get_object_or_404(Announcement, pk=pk)
        return self._step(request, change, services.put_announcement_back, _("The old announcement is back."))

    def _form(self, request, code, newest):
        pages.only_coordinators(self, request)
        initial = {"seen": newest.pk if newest else 0, "starts_on": timezone.localdate()}
        if newest:
            initial |= {name: getattr(newest, name) for name in FIELDS}
        form = AnnouncementForm(request.POST if request.method == "POST" else None, initial=initial)
        if form.is_valid() and "preview" not in form.data and self._saved(request, form, code):
            return redirect("admin:configuration_announcement_changelist")
        history = Announcement.objects.filter(code=code).select_related("made_by")
        return pages.page(
            self,
            request,
            "announcement",
            newest.title if newest else _("New announcement"),
            status=422 if form.errors else 200,
            form=form,
            announcement=newest,
            preview=_preview(form) if form.is_bound and not form.errors else None,
            changes=list(history[: pages.SHOWN_CHANGES]),
        )

    def _saved(self, request, form, code):
        try:
            services.save_announcement(
                form.values, by=request.user, code=code, seen=form.cleaned_data["seen"]
            )
        except ChangedMeanwhile as error:
            form.add_error(None, str(error))
            return False
        messages.success(request, _("Saved. Members see it from the first day on, within a few seconds."))
        return True

    def _step(self, request, change, service, done):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        pages.only_coordinators(self, request)
        try:
            service(change, by=request.user)
            messages.success(request, done)
        except ChangedMeanwhile as error:
            messages.error(request, str(error))
        return redirect("admin:announcement", code=change.code)


def _preview(form):
    return {"title": form.cleaned_data["title"], "text": as_html(form.cleaned_data["text"])}
