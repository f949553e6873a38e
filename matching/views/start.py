"""After the first steps: three mentors to think of, each with the reason why."""

from django.shortcuts import render

from directory.cards import cards
from directory.indexed_filter import IndexedMentorFilter
from directory.suggestions import suggest
from matching.bookmarks import bookmarks_of
from mentoring.lib.access import member_page


@member_page("GET")
def first_mentors(request):
    """The same suggestions as on the list of mentors, one by one, with a way to ask."""
    member, bookmarks = request.user, bookmarks_of(request.user)
    mentors = IndexedMentorFilter({}, time_zone=member.time_zone, leave_out=bookmarks.out_of_sight)
    suggested = suggest(member, mentors.index, mentors.visible)
    shown = cards(suggested, kept=bookmarks.kept)
    context = {
        "suggested": [shown[pk] | {"why": suggested[pk]} for pk in suggested if pk in shown],
        "told": bool(member.seeking or member.seeking_areas),
    }
    return render(request, "matching/first_mentors.html", context)
