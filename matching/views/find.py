"""Browse: search, filters with counts, sort, pages. The address holds all of it."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from directory import choices, pages
from directory.cards import cards
from directory.facet_index import shelf as current_shelf
from directory.search import mentors
from directory.suggestions import suggest
from matching.bookmarks import marks_of
from matching.filter_widgets import boxes, drawn
from matching.views.address import Address
from mentoring.lib.access import member_only
from profiles.vocabulary import words

SORTS = {
    "recommended": _("Best to ask"),
    "name": _("Name"),
    "newest": _("Newest"),
}
LONGEST_QUERY = 200
WAYS_ON = 5


@require_safe
@vary_on_headers("HX-Request")
@member_only
def mentor_list(request):
    """The mentors, as the address asks for them."""
    member = request.user
    shelf = current_shelf()
    marks = marks_of(member)
    picked = choices.chosen(request.GET)
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    address = Address(query, picked, _sort(request), _number(request))
    everyone = shelf.listed & ~shelf.set_of(marks.out_of_sight)
    answer = mentors.search(query, shelf) if query else None
    base = everyone & shelf.set_of(answer.ids) if answer else everyone
    result = choices.narrowed(shelf, picked, base, member.time_zone)
    page = _page(shelf, result, answer, address)
    plain = not picked and not query and page.number == 1 and address.sort == "recommended"
    suggested = suggest(member, shelf, everyone) if plain else {}
    shown = cards({*suggested, *page.ids}, kept=marks.kept)
    return render(
        request,
        "matching/_mentor_rows.html" if request.htmx else "matching/mentor_list.html",
        {
            "query": query,
            "address": address,
            "page": page,
            "pages": address.pages(page),
            "suggested": [shown[pk] | {"why": suggested[pk]} for pk in suggested if pk in shown],
            "cards": [shown[pk] for pk in page.ids if pk in shown],
            "groups": drawn(choices.groups(shelf, picked, base, member.time_zone)),
            "switches": [
                boxes(kind, [choice])
                for kind, choice in choices.switches(shelf, picked, base, member.time_zone)
            ],
            "chosen": address.chosen(),
            "corrections": answer.corrections if answer else (),
            "nearest": _nearest(query, address, shelf) if not page.total else (),
            "sorts": SORTS,
            "clear": address.to(picked={}),
            "areas_label": _("Areas"),
            "seeks": bool(member.seeking),
        },
    )


def _page(shelf, result, answer, address):
    if answer and address.sort == "recommended":
        return pages.page_of_ranked(shelf.only(answer.ids, result), address.number)
    return pages.page_of(shelf, result, address.sort, address.number)


def _sort(request):
    wanted = request.GET.get("sort", "")
    return wanted if wanted in SORTS else "recommended"


def _number(request):
    wanted = request.GET.get("page", "1")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else 1


def _nearest(query, address, shelf):
    """Areas to look at when nobody was found: those nearest to the words, else the largest."""
    slugs = mentors.nearest_areas(query)[:WAYS_ON] if query else []
    slugs = slugs or choices.largest(shelf, "area", WAYS_ON)
    return [(words().name("area", slug), address.only(area=[slug])) for slug in slugs]
