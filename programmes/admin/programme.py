"""The list of programmes, and the page on which one is written, published and looked at."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mentoring.lib.admin import NamedPages, RestrictedModelAdmin
from mentoring.lib.links import member_link
from programmes import staff
from programmes.admin.forms import ProgrammeForm
from programmes.admin.parts import MilestoneInline, TrainingPageInline
from programmes.admin.people import PeoplePages
from programmes.admin.proposal import NamePages
from programmes.models import Programme

FIXED_ONCE_PUBLISHED = ("kind", "qualification", "paired_by")
ABOUT = ("name", "kind", "qualification", "summary", "description", "objectives", "commitment", "who")
DATES = ("sign_up_from", "sign_up_until", "starts_on", "ends_on", "weeks")
PEOPLE = ("places", "paired_by", "sees", "coordinators", "who_takes_part")


@admin.register(Programme)
class ProgrammeAdmin(PeoplePages, NamePages, NamedPages, RestrictedModelAdmin):
    """Coordinators see all; a programme's coordinator sees those that name them, and makes none."""

    form = ProgrammeForm
    fields = (*ABOUT, *DATES, *PEOPLE)
    list_display = ("name", "state", "starts_on", "ends", "sees")
    change_form_template = "admin/programmes/programme.html"
    inlines = (MilestoneInline, TrainingPageInline)
    view_on_site = False

    def get_queryset(self, request):
        """Only those that this person coordinates, unless they coordinate all."""
        rows = super().get_queryset(request)
        return rows if self.has_add_permission(request) else rows.filter(coordinators=request.user)

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._is_theirs(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_theirs(request, obj)

    def _is_theirs(self, request, programme):
        if programme is None or self.has_add_permission(request):
            return True
        return programme.coordinators.filter(pk=request.user.pk).exists()

    def get_fieldsets(self, request, obj=None):
        people = [name for name in PEOPLE if self.has_add_permission(request) or name != "coordinators"]
        return [(None, {"fields": ABOUT}), (_("Dates"), {"fields": DATES}), (_("People"), {"fields": people})]

    def get_readonly_fields(self, request, obj=None):
        fixed = FIXED_ONCE_PUBLISHED if obj and obj.published_at else ()
        return (*fixed, "who_takes_part")

    @admin.display(description=_("status"))
    def state(self, programme):
        """Where it stands today."""
        return staff.state_of(programme)

    @admin.display(description=_("last day"), ordering="last_day")
    def ends(self, programme):
        """Its last day: the one given, or the one that follows from the weeks of the pairs."""
        return programme.last_day

    @admin.display(description=_("who takes part, as far as each person agreed when they joined"))
    def who_takes_part(self, programme):
        """A way there; on that page each look is logged."""
        if not programme.published_at:
            return _("nobody yet")
        page = reverse("admin:programme_people", args=[programme.pk])
        return format_html('<a href="{}">{}</a>', page, _("Who takes part"))

    def save_model(self, request, obj, form, change):
        """With what follows for those who have joined, if coordinators are to see more or less."""
        super().save_model(request, obj, form, change)
        if change and "sees" in form.changed_data:
            messages.info(request, staff.change_level(obj, was=form.initial["sees"]))
        if change and obj.published_at and set(form.changed_data) & {*DATES, "commitment"}:
            messages.info(request, _("Members see the new dates on the page. We don’t email them about it."))

    def save_formset(self, request, form, formset, change):
        """A milestone that has changed says so to calendars."""
        for row in formset.save(commit=False):
            if hasattr(row, "sequence") and row.pk:
                row.sequence += 1
            row.save()
        for row in formset.deleted_objects:
            row.delete()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """With the way to what members see."""
        if obj and obj.published_at:
            context["members_page"] = member_link("programme_detail", obj.code)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        publish = path(
            "<int:pk>/publish/", self.admin_site.admin_view(self.publish), name="programme_publish"
        )
        return [publish, *self.people_urls(), *self.name_urls(), *super().get_urls()]

    def publish(self, request, pk):
        """Let members see it."""
        programme = self.programme_or_refuse(request, pk)
        if programme.sign_up_until < timezone.localdate():
            messages.error(request, _("Sign-up would be closed already. Change its last day first."))
        elif staff.publish(programme):
            self.log_step(request, programme, _("Published."))
            messages.success(request, _("Published. Members can see it now."))
        return redirect("admin:programmes_programme_change", pk)

    def programme_or_refuse(self, request, pk, method="POST"):
        """The programme, for whoever may change it; 404 for one of others, 403 for a link to a button."""
        if not self.has_change_permission(request) or request.method != method:
            raise PermissionDenied
        programme = self.get_object(request, str(pk))
        if programme is None:
            raise Http404
        return programme
