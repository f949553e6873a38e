"""The figures on the staff site. They read what was published, and nothing else."""

from functools import wraps

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from figures.counting import NOT_COUNTED, SECTIONS, TABLES
from figures.download import table_as_csv
from figures.findings import shortages
from figures.rounding import AWAY_AT_MOST
from figures.shown import all_tables, latest

MAY_SEE = "figures.view_publication"


def staff_page(view):
    """For coordinators, to read: `@staff_page` above a view of the staff site."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.has_perm(MAY_SEE):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(require_safe(guarded))


def _context(request, title, **more):
    return {
        **admin.site.each_context(request),
        "title": title,
        "publication": latest(),
        "away_at_most": AWAY_AT_MOST,
        **more,
    }


def _sections():
    """(question, its tables), for those with a table."""
    tables = all_tables()
    found = (
        (words, [shown for shown in tables if shown.table.section == key]) for key, words in SECTIONS.items()
    )
    return [(words, shown) for words, shown in found if shown]


@staff_page
def figures_index(request):
    """All figures as they were last published, with the rules behind them."""
    more = {"sections": _sections(), "not_counted": NOT_COUNTED}
    return render(request, "figures/figures_index.html", _context(request, _("Figures"), **more))


@staff_page
def figures_report(request):
    """The same for a board, to print."""
    more = {"sections": _sections(), "not_counted": NOT_COUNTED, "association": settings.ASSOCIATION_NAME}
    return render(request, "figures/figures_report.html", _context(request, _("Report to the board"), **more))


@staff_page
def figures_short(request):
    """Where we need mentors, and a text that asks people to become mentors."""
    supply = next((shown for shown in all_tables() if shown.table.key == "supply"), None)
    more = {
        "supply": supply,
        "short": shortages(supply)[:5] if supply else [],
        "association": settings.ASSOCIATION_NAME,
        "join": settings.SITE_URL,
    }
    return render(
        request, "figures/figures_short.html", _context(request, _("Where we need mentors"), **more)
    )


@staff_page
def figures_csv(request, key):
    """One table, over all months."""
    table = TABLES.get(key)
    if table is None:
        raise Http404
    answer = HttpResponse(table_as_csv(table), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="figures-{table.key}.csv"'
    return answer
