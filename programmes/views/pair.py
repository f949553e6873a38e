"""The programme of a pair: milestones to mark, hours to write down, an end by submission."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.csv_cells import safe_cell
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.pair import pair_context, pair_page
from programmes import levels, words
from programmes.forms import HoursForm
from programmes.milestones import in_order
from programmes.models import Milestone, Pairing
from programmes.services import hours
from programmes.services.pairing import mark_done, mark_open, submit

ENTRIES_SHOWN = 50


def _pairing_or_404(mentorship):
    pairing = get_object_or_404(Pairing.objects.select_related("programme"), mentorship=mentorship)
    pairing.mentorship = mentorship
    return pairing


def _mentee_only(request, mentorship):
    if request.user.pk != mentorship.mentee_id:
        raise PermissionDenied


@pair_page("GET")
def pair_programme(request, mentorship):
    """Milestones; for a qualification, the hours too."""
    return _shown(request, _pairing_or_404(mentorship), HoursForm())


def _shown(request, pairing, form, *, status=200):
    mentorship, programme = pairing.mentorship, pairing.programme
    page = page_of(pairing.hours.select_related("author"), request.GET.get("page"), ENTRIES_SHOWN)
    done = dict(pairing.ticks.values_list("milestone", "at"))
    context = pair_context(request, mentorship) | {
        "pairing": pairing,
        "programme": programme,
        "milestones": [(one, done.get(one.pk)) for one in in_order(programme)],
        "seen": words.seen_by_coordinators(levels.level_of_pairing(pairing)),
        "form": form,
        "entries": mentorship.adopt([_of(entry, pairing) for entry in page]),
        "pages": pages_of(page),
        "total": words.hours_in_words(hours.total_minutes(pairing)),
        "inside": True,
    }
    return render(request, "programmes/pair_programme.html", context, status=status)


def _of(entry, pairing):
    entry.pairing = pairing
    return entry


@pair_page("POST")
def milestone_mark(request, mentorship, milestone):
    """Done, or not done after all: by either of the two."""
    pairing = _pairing_or_404(mentorship)
    held = Milestone.objects.held().filter(programme=pairing.programme)
    found = get_object_or_404(held, code=milestone)
    with show_refusal(Conflict, request=request):
        if "undo" in request.POST:
            mark_open(pairing, found, by=request.user)
        else:
            mark_done(pairing, found, by=request.user)
            messages.success(request, _("Marked as done."))
    return redirect("pair_programme", mentorship.code)


@pair_page("POST")
def hours_add(request, mentorship):
    """One more entry; by the mentee."""
    pairing, form = _pairing_or_404(mentorship), HoursForm(request.POST)
    _mentee_only(request, mentorship)
    if not form.is_valid():
        return _shown(request, pairing, form, status=422)
    with show_refusal(Conflict, form=form):
        hours.add_hours(pairing, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Only the two of you can read what it was for."))
        return redirect("pair_programme", mentorship.code)
    return _shown(request, pairing, form, status=409)


@pair_page("POST")
def hours_remove(request, mentorship, entry):
    """Delete one; by the mentee."""
    pairing = _pairing_or_404(mentorship)
    _mentee_only(request, mentorship)
    with show_refusal(Conflict, request=request):
        if hours.remove_hours(pairing, entry, by=request.user):
            messages.success(request, _("Entry deleted."))
    return redirect("pair_programme", mentorship.code)


@pair_page("GET")
def hours_file(request, mentorship):
    """All of the record as a table for a spreadsheet; for either of the two."""
    pairing = _pairing_or_404(mentorship)
    rows = [_of(entry, pairing) for entry in pairing.hours.select_related("author").order_by("day", "pk")]
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="hours.csv"'
    table = csv.writer(answer)
    table.writerow([_("Day"), _("Minutes"), _("What it was for")])
    for entry in mentorship.adopt(rows):
        table.writerow([entry.day.isoformat(), entry.minutes, safe_cell(plain(entry, "text"))])
    return answer


@pair_page("POST")
def pair_submit(request, mentorship):
    """The mentee has handed the work in: the mentorship has reached its aim."""
    pairing = _pairing_or_404(mentorship)
    _mentee_only(request, mentorship)
    if not pairing.programme.is_for_qualification:
        raise PermissionDenied
    with show_refusal(Conflict, request=request):
        submit(pairing, by=request.user)
        messages.success(request, _("Congratulations on submitting. Your mentorship has reached its aim."))
        return redirect("mentorship_end", mentorship.code)
    return redirect("pair_programme", mentorship.code)
