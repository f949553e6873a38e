"""All my meetings, of every mentorship: as a list, and month by month."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from meetings import listing, month
from meetings.models import MeetingStatus
from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.registry.hooks import OTHER_MEETINGS
from mentorships.models import MentorshipStatus as PairStatus

SHOWN = 20


@member_page("GET")
def my_meetings(request):
    """What comes and what waits on top, what has been below."""
    rows = listing.of_member(request.user)
    coming = page_of(listing.ahead(rows), request.GET.get("coming"), SHOWN)
    past = page_of(listing.past(rows), request.GET.get("page"), SHOWN)
    active = rows.filter(mentorship__status=PairStatus.ACTIVE)
    offers = listing.waiting_offers(active).select_related(
        "meeting__mentorship__mentor", "meeting__mentorship__mentee"
    )
    context = {
        "coming": _with_other(coming.object_list, request.user),
        "count": coming.paginator.count,
        "more": coming.next_page_number() if coming.has_next() else None,
        "waiting": [(offer, offer.meeting.mentorship.partner_of(request.user)) for offer in offers],
        "untold": _with_other(listing.untold(active)[:3], request.user),
        "past": _with_other(past.object_list, request.user),
        "pages": pages_of(past),
        "today": timezone.localdate(),
        "entries": [entry for entries in OTHER_MEETINGS.results(request.user) for entry in entries],
    }
    return render(request, "meetings/my_meetings.html", context)


def _with_other(meetings, member):
    """(meeting, the other one of the two)."""
    return [(meeting, meeting.mentorship.partner_of(member)) for meeting in meetings]


@member_page("GET")
def meeting_month(request, year, number):
    """One month as a table of weeks, in the reader's own zone."""
    if not month.FIRST_YEAR <= year <= month.LAST_YEAR or not 1 <= number <= 12:
        raise Http404
    rows = listing.not_resting(listing.of_member(request.user)).filter(
        status__in=(MeetingStatus.AGREED, MeetingStatus.HELD, MeetingStatus.MISSED)
    )
    context = month.month_context(year, number, rows, request.user)
    return render(request, "meetings/meeting_month.html", context)
