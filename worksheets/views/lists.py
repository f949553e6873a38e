"""The worksheets there are, and those I have begun; alone, and within a mentorship."""

from django.shortcuts import render
from django.utils.translation import get_language

from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from mentorships.views.pair import pair_context, pair_page
from worksheets import listing


@member_page("GET")
def worksheet_list(request):
    """All sheets, each with what I have begun on it."""
    context = {"listed": listing.all_sheets(request.user, get_language())}
    return render(request, "worksheets/worksheet_list.html", context)


@pair_page("GET")
def pair_worksheets(request, mentorship):
    """What the other has shared, what I have, and the sheets that suit."""
    page = page_of(listing.shared_with(request.user, mentorship), request.GET.get("page"))
    context = pair_context(request, mentorship) | {
        "theirs": mentorship.adopt(page.object_list),
        "pages": pages_of(page),
        "mine": mentorship.adopt(list(listing.shared_by(request.user, mentorship))),
        "listed": listing.sheets_of_pair(request.user, mentorship, get_language()),
    }
    return render(request, "worksheets/pair_worksheets.html", context)
