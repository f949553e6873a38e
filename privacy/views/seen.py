"""What others can see of me, and who of the staff has looked."""

from django.conf import settings
from django.shortcuts import render

from matching.models import Wish
from mentoring.lib.access import before_accepting, member_page
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.vault import cipher
from privacy import visibility
from profiles import access_log


@before_accepting
@member_page("GET")
def seen(request):
    """Partner, members, coordinators, operator, court; then each look, newest first."""
    me = request.user
    page = page_of(access_log.entries_about(me).order_by("-at", "-pk"), request.GET.get("page"))
    return render(
        request,
        "privacy/seen.html",
        {
            "partner": visibility.partner(me),
            "members": visibility.members(me),
            "peers": visibility.peers(me),
            "wish": Wish.objects.filter(member=me).first(),
            "staff": sorted(visibility.coordinator_pages(me), key=lambda page: not page["mine"]),
            "staff_people": visibility.staff_people(),
            "sealed": list(visibility.sealed()),
            "stored": visibility.stored(me),
            "rounded": cipher.BLOCK,
            "looks": page,
            "handed_over": visibility.handed_over(me),
            "pages": pages_of(page),
            "association": settings.ASSOCIATION_NAME,
        },
    )
