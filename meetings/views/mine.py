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

SHOWN = 10


@member_page("GET")
def my_meetings(request):
    """What comes and what waits on top, what has been below."""
    me, pairs = request.user, listing.pairs_of(request.user)
    rows = listing.of_pairs(pairs)
    active = listing.of_pairs([pk for pk, pair in pairs.items() if pair.status == PairStatus.ACTIVE])
    coming = page_of(listing.ahead(active), request.GET.get("coming"), SHOWN)
    past = page_of(listing.past(rows), request.GET.get("page"), SHOWN)
    offers = list(listing.waiting_offers(active))
    others = listing.with_other([offer.meeting for offer in offers], pairs, me)
    context = {
        "coming": listing.with_other(coming.object_list, pairs, me),
        "count": coming.paginator.count,
        "more": coming.next_page_number() if coming.has_next() else None,
        "waiting": [(offer, other) for offer, (_meeting, other) in zip(offers, others, strict=True)],
        "untold": listing.with_other(listing.untold(active)[:3], pairs, me),
        "past": listing.with_other(past.object_list, pairs, me),
        "pages": pages_of(past),
        "today": timezone.localdate(),
        "entries": [entry for entries in OTHER_MEETINGS.results(me) for entry in entries],
    }
    return render(request, "meetings/my_meetings.html", context)


@member_page("GET")
def meeting_month(request, year, number):
    """One month as a table of weeks, in the reader's own zone."""
    if not month.FIRST_YEAR <= year <= month.LAST_YEAR or not 1 <= number <= 12:
        raise Http404
    pairs = listing.pairs_of(request.user)
    rows = listing.not_resting(listing.of_pairs(pairs)).filter(
        status__in=(MeetingStatus.AGREED, MeetingStatus.HELD, MeetingStatus.MISSED)
    )
    context = month.month_context(year, number, rows, pairs, request.user)
    return render(request, "meetings/meeting_month.html", context)
