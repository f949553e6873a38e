"""The coming free times of everybody, and what is mine."""

from django.shortcuts import render
from django.utils import timezone

from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from open_hours import listing, rules
from open_hours.filters import TalkFilter
from open_hours.models import Talk, TalkDay

SHOWN = 20


@member_page("GET")
def open_hours(request):
    """Free times by day, in the reader's zone, as the address asks for them; and the days to come."""
    free = Talk.objects.free_for(request.user).filter(day=None)
    talks = TalkFilter(request.GET, queryset=free)
    page = page_of(talks.qs, request.GET.get("page"), SHOWN)
    context = {
        "filter": talks,
        "days": listing.by_day(page.object_list),
        "count": page.paginator.count,
        "pages": pages_of(page),
        "coming_days": TalkDay.objects.filter(on__gte=timezone.localdate()),
        "may_offer": rules.may_offer(request.user),
        "waiting": listing.to_answer(request.user)[:3],
    }
    return render(request, "open_hours/open_hours.html", context)


@member_page("GET")
def my_talks(request):
    """What I have booked and what was booked with me; and for mentors, what is free still."""
    past = page_of(listing.booked_before(request.user), request.GET.get("page"), SHOWN)
    context = {
        "ahead": with_other(listing.booked_ahead(request.user), request.user),
        "free": listing.free_times_of(request.user),
        "past": with_other(past.object_list, request.user),
        "pages": pages_of(past),
        "may_offer": rules.may_offer(request.user),
        "now": timezone.now(),
    }
    return render(request, "open_hours/my_talks.html", context)


def with_other(bookings, member):
    """(booking, the other one of the two)."""
    return [(booking, booking.partner_of(member)) for booking in bookings]
