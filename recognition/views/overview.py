"""What a member has made for themselves: certificates, and hours by month."""

from django.shortcuts import render

from mentoring.lib.access import member_page
from recognition import listing
from recognition.models import Certificate

MONTHS_SHOWN = 3


@member_page("GET")
def recognition(request):
    """All certificates, and the newest months."""
    context = {
        "certificates": Certificate.objects.visible_to(request.user),
        "months": listing.months_with_time(request.user)[:MONTHS_SHOWN],
    }
    return render(request, "recognition/recognition.html", context)
