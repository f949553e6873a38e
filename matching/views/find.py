"""Browse: search, filters with counts, sort, pages. The address holds all of it."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.vary import vary_on_headers

from directory.cards import cards
from directory.choices import choice_groups, choices_made
from directory.filters import SORTS
from directory.indexed_filter import IndexedMentorFilter
from directory.search.mentors import nearest_areas
from directory.suggestions import suggest
from matching.bookmarks import bookmarks_of
from mentoring.lib.access import member_page
from mentoring.lib.scraping import slowed
from profiles.vocabulary import words

WAYS_ON = 5


@vary_on_headers("HX-Request")
@member_page("GET")
@slowed
def mentor_list(request):
    """The mentors, as the address asks for them."""
    member, bookmarks = request.user, bookmarks_of(request.user)
    mentors = IndexedMentorFilter(request.GET, time_zone=member.time_zone, leave_out=bookmarks.out_of_sight)
    page = mentors.page(_number(request))
    suggested = {} if mentors.query() or page.number > 1 else suggest(member, mentors.index, mentors.visible)
    shown = cards({*suggested, *page.ids}, kept=bookmarks.kept)
    switches, groups = choice_groups(mentors, page.total)
    return render(
        request,
        "matching/_mentor_rows.html" if request.htmx else "matching/mentor_list.html",
        {
            "asked": mentors.cleaned,
            "query": mentors.cleaned["q"],
            "picked": mentors.chosen,
            "page": page,
            "pages": page,
            "suggested": [shown[pk] | {"why": suggested[pk]} for pk in suggested if pk in shown],
            "cards": [shown[pk] for pk in page.ids if pk in shown],
            "switches": switches,
            "groups": groups,
            "chosen": list(choices_made(mentors)),
            "corrections": mentors.search.corrections if mentors.search else (),
            "nearest": [] if page.total else _nearest_areas(mentors),
            "sorts": SORTS,
            "clear": mentors.query(**dict.fromkeys(mentors.chosen, ())),
            "areas_label": str(_("Areas")),  # once, not for each card
            "seeks": bool(member.seeking),
        },
    )


def _number(request):
    number = request.GET.get("page", "1")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 1


def _nearest_areas(mentors):
    """(name, slug) of areas to look at when nobody was found: those nearest to the words, else the largest."""
    slugs = nearest_areas(mentors.cleaned["q"])[:WAYS_ON] or mentors.commonest("area", WAYS_ON)
    return [(words().name("area", slug), slug) for slug in slugs]
