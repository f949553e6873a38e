"""Days of open hours on the staff site: coordinators set them, and see mentors, tables, numbers. Never who booked."""

from collections import defaultdict

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib import walltime
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.links import member_link
from mentoring.lib.text import MultiLineField, SingleLineField
from open_hours.models import Talk, TalkDay, TalkStatus, TalkWait, WaitStatus
from profiles.forms.fields import TimeZoneField

ONCE_SET = ("on", "zone", "starts", "ends", "minutes")  # mentors have taken tables by them
SHOWN_BELOW = ("mentors_at_tables", "for_members")


class TalkDayForm(forms.ModelForm):
    """A day that is to come, with room for one talk at least."""

    zone = TimeZoneField(label=gettext_lazy("Time zone"))

    class Meta:
        model = TalkDay
        fields = ("name", *ONCE_SET, "place", "tables", "text")
        help_texts = {
            "on": gettext_lazy(
                "The date, the time zone, the times and the minutes cannot be changed once the day is saved."
            ),
            "minutes": gettext_lazy("At each table, one talk follows the other without a break."),
            "place": gettext_lazy("Members see it on the page of the day and in their calendars."),
            "tables": gettext_lazy("Each mentor takes one. You can add tables later."),
            "text": gettext_lazy("What members read on the page of the day."),
        }
        field_classes = {"name": SingleLineField, "place": SingleLineField, "text": MultiLineField}

    def clean(self):
        """From before to, both on the wall once; and no fewer tables than are taken."""
        data = super().clean()
        if {"on", "zone", "starts", "ends", "minutes"} <= data.keys():
            self._check_times(TalkDay(**{name: data[name] for name in ONCE_SET}))
        if self.instance.pk and data.get("tables"):
            taken = _taken(self.instance).order_by("-table").values_list("table", flat=True).first()
            if taken and data["tables"] < taken:
                self.add_error("tables", _("Enter %(n)d or more: a mentor has that table.") % {"n": taken})
        return data

    def _check_times(self, day):
        if not day.times:
            self.add_error("ends", ValidationError(_("Enter a later time, so that at least one talk fits.")))
        elif day.times[0] <= timezone.now():
            self.add_error("on", ValidationError(_("Choose a future date.")))


def _taken(day):
    return Talk.objects.filter(day=day).exclude(status=TalkStatus.WITHDRAWN)


@admin.register(TalkDay)
class TalkDayAdmin(RestrictedModelAdmin):
    """The days, and for each who offers what at which table."""

    form = TalkDayForm
    list_display = ("name", "on", "place", "tables", "times_offered", "times_booked", "people_waiting")
    fields = ("name", "on", "place", "tables", "text", *SHOWN_BELOW)  # what members are told is seen here
    list_display_links = ("name",)
    ordering = ("-on",)
    view_on_site = False

    def get_readonly_fields(self, request, obj=None):
        return (*ONCE_SET, *SHOWN_BELOW) if obj else ()

    def get_fields(self, request, obj=None):
        fields = [*TalkDayForm.Meta.fields]
        return [*fields, *SHOWN_BELOW] if obj else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj:
            kwargs["form"] = TalkDayChangeForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_changeform_initial_data(self, request):
        """By the coordinator’s own clock, until they choose another."""
        return {"zone": request.user.time_zone, **super().get_changeform_initial_data(request)}

    def save_model(self, request, obj, form, change):
        """Of a day that is there only what can be changed: the login of this site may write no more."""
        obj.save(**({"update_fields": TalkDayChangeForm.Meta.fields} if change else {}))

    @admin.display(description=gettext_lazy("on the members’ site"))
    def for_members(self, day):
        """Where members see it, and what is printed for the tables."""
        pages = (
            (member_link("talk_day", day.code), _("Page of the day")),
            (member_link("talk_day_programme", day.code), _("Programme to print")),
        )
        return format_html_join(" · ", '<a href="{}">{}</a>', pages)

    @admin.display(description=gettext_lazy("times offered"))
    def times_offered(self, day):
        return _taken(day).count()

    @admin.display(description=gettext_lazy("booked"))
    def times_booked(self, day):
        return _taken(day).filter(status=TalkStatus.BOOKED).count()

    @admin.display(description=gettext_lazy("people waiting"))
    def people_waiting(self, day):
        return TalkWait.objects.filter(day=day, status=WaitStatus.WAITING).values("pk").count()

    @admin.display(description=gettext_lazy("mentors at tables"))
    def mentors_at_tables(self, day):
        """A line for each mentor at each table: from when to when, how many are booked."""
        lines = [(_line(day, *key, rows),) for key, rows in _by_mentor(day).items()]
        return (
            format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines)) if lines else _("None yet")
        )


class TalkDayChangeForm(TalkDayForm):
    """What can still be changed: what a day is called, where it is, how many tables, and the text."""

    zone = None

    class Meta(TalkDayForm.Meta):
        fields = ("name", "place", "tables", "text")


def _by_mentor(day):
    """{(table, mentor's name): [(starts_at, ends_at, status)]}; only columns that the staff site may read."""
    rows = _taken(day).order_by("table", "starts_at")
    found = defaultdict(list)
    for table, name, *talk in rows.values_list("table", "mentor__name", "starts_at", "ends_at", "status"):
        found[table, name].append(talk)
    return found


def _line(day, table, name, talks):
    first, last = (walltime.to_local(at, day.zone) for at in (talks[0][0], talks[-1][1]))
    return _("Table %(table)d, %(first)s to %(last)s: %(name)s; %(booked)d of %(n)d booked") % {
        "table": table,
        "first": f"{first:%H:%M}",
        "last": f"{last:%H:%M}",
        "name": name,
        "booked": sum(status == TalkStatus.BOOKED for _start, _end, status in talks),
        "n": len(talks),
    }
