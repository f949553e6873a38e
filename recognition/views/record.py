"""The whole record of hours: by month on a page, for a printer, and for a spreadsheet."""

import csv
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.access import member_page
from mentoring.lib.csv_cells import safe_cell
from mentoring.lib.durations import hours_and_minutes
from mentorships.templatetags.private import plain
from recognition import listing
from recognition.forms import FIRST_YEAR
from recognition.periods import month_of
from recognition.services import hours

OFFERED_SHOWN = 10


@member_page("GET")
def hours_record(request):
    """One month with its entries, the sums of its year, and meetings that are not written down yet."""
    months = listing.months_with_time(request.user)
    first = _month_asked(request) or (months[0].first if months else month_of(timezone.localdate()))
    offered = hours.offered_times(request.user)
    of_year = [month for month in months if month.first.year == first.year]
    context = {
        "first": first,
        "entries": listing.entries_of_month(request.user, first),
        "sum": next((month.sum for month in months if month.first == first), ""),
        "months": of_year,
        "year_sum": hours_and_minutes(sum(month.minutes for month in of_year)),
        "other_years": _newest_of_each_year(months, but=first.year),
        "offered": offered[:OFFERED_SHOWN],
        "more_offered": len(offered) > OFFERED_SHOWN,
    }
    return render(request, "recognition/hours_record.html", context)


def _newest_of_each_year(months, *, but):
    """The newest month of each other year, the newest year first."""
    newest = {month.first.year: month.first for month in reversed(months)}
    return [first for year, first in sorted(newest.items(), reverse=True) if year != but]


def _month_asked(request):
    """The first day of ?month=2026-05; None without it, 404 for what is none."""
    asked = request.GET.get("month")
    if not asked:
        return None
    year, _dash, number = asked.partition("-")
    if not (len(asked) == 7 and number.isdecimal() and number.isascii() and 1 <= int(number) <= 12):
        raise Http404
    return date(_year(year), int(number), 1)


def _year(asked):
    """A year that the record may hold; 404 for any other."""
    if not (asked.isdecimal() and asked.isascii() and len(asked) == 4):
        raise Http404
    if not FIRST_YEAR <= int(asked) <= timezone.localdate().year:
        raise Http404
    return int(asked)


@member_page("POST")
def hours_record_take(request):
    """Write down meetings as they were held."""
    taken = 0
    try:
        taken = hours.take_times(request.user, set(request.POST.getlist("held")))
    except hours.CannotRecord as error:
        messages.error(request, str(error))
    if taken:
        words = ngettext("%(n)d meeting added to your record.", "%(n)d meetings added to your record.", taken)
        messages.success(request, words % {"n": taken})
    return redirect("hours_record")


def _year_asked(request):
    return _year(request.GET.get("year") or str(timezone.localdate().year))


@member_page("GET")
def hours_record_print(request):
    """A year on paper, month by month; without the notes, if so asked for."""
    year = _year_asked(request)
    months = listing.year_by_month(request.user, year)
    context = {
        "year": year,
        "months": months,
        "sum": hours_and_minutes(sum(month.minutes for month in months)),
        "with_notes": request.GET.get("notes") != "no",
    }
    return render(request, "recognition/hours_print.html", context)


@member_page("GET")
def hours_record_file(request):
    """A year as a table for a spreadsheet."""
    year = _year_asked(request)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="hours-{year}.csv"'
    table = csv.writer(answer)
    table.writerow([_("Month"), _("Day"), _("Minutes"), _("What it was"), _("Your note on it")])
    for month in listing.year_by_month(request.user, year):
        for entry in month.entries:
            cells = [entry.get_kind_display(), safe_cell(plain(entry, "note"))]
            table.writerow([f"{month.first:%Y-%m}", entry.day.isoformat(), entry.minutes, *cells])
    return answer
