"""One entry of the record of hours: write it, change it, delete it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentorships.templatetags.private import plain
from recognition.forms import TimeForm
from recognition.models import TimeEntry, TimeKind
from recognition.services import hours


@member_page("GET", "POST")
def hours_record_add(request):
    """A new entry; today's, unless said otherwise."""
    today = {"day": timezone.localdate(), "time_kind": TimeKind.MEETING}
    form = TimeForm(request.POST if request.method == "POST" else None, initial=today)
    if form.is_valid():
        with show_refusal(hours.CannotRecord, form=form):
            return _saved(request, hours.add_time(request.user, **form.entry()))
    return _form_page(request, form)


@member_page("GET", "POST")
def hours_record_edit(request, time):
    """Change one. If it has been deleted in another window, what was typed can be saved as a new one."""
    entry = TimeEntry.objects.filter(member=request.user, code=time).first()
    if request.method == "POST":
        return _change(request, entry, TimeForm(request.POST))
    entry = entry or get_object_or_404(TimeEntry.objects.none())
    entry.member = request.user
    return _form_page(request, TimeForm(initial=_as_typed(entry)), entry)


def _change(request, entry, form):
    if entry is None:
        form.add_error(None, str(hours.GONE))
        return _form_page(request, form, status=409)
    entry.member = request.user
    if form.is_valid():
        with show_refusal(hours.CannotRecord, form=form):
            hours.change_time(entry, **form.entry())
            return _saved(request, entry)
    return _form_page(request, form, entry)


def _as_typed(entry):
    whole, rest = divmod(entry.minutes, 60)
    return {
        "day": entry.day,
        "hours": whole or None,
        "minutes": rest or None,
        "time_kind": entry.kind,
        "time_note": plain(entry, "note"),
    }


def _form_page(request, form, entry=None, *, status=422):
    context = {"form": form, "entry": entry}
    return render(request, "recognition/hours_form.html", context, status=status if form.errors else 200)


def _saved(request, entry):
    messages.success(request, _("Saved. Only you can see your record of hours."))
    return redirect(f"{reverse('hours_record')}?month={entry.day:%Y-%m}")


@member_page("GET", "POST")
def hours_record_delete(request, time):
    """Ask once, then delete it."""
    entry = get_object_or_404(TimeEntry, member=request.user, code=time)
    entry.member = request.user
    if request.method == "POST":
        hours.delete_time(entry)
        messages.success(request, _("Entry deleted."))
        return redirect(f"{reverse('hours_record')}?month={entry.day:%Y-%m}")
    return render(request, "recognition/hours_delete.html", {"entry": entry})
