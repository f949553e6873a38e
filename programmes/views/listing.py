"""All programmes: those to join, those I am in, those that are over."""

from django.shortcuts import render
from django.utils import timezone

from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from programmes.models import Enrolment, Programme
from programmes.words import dates_of, sign_up_sentence


@member_page("GET")
def programme_list(request):
    """Three lists. A draft is on none of them."""
    today = timezone.localdate()
    mine = dict(Enrolment.objects.open().filter(member=request.user).values_list("programme", "state"))
    now = [_row(one, mine) for one in Programme.objects.not_over(today).order_by("starts_on", "pk")]
    page = page_of(Programme.objects.past(today), request.GET.get("page"))
    return render(
        request,
        "programmes/programme_list.html",
        {
            "mine": [row for row in now if row["state"]],
            "open": [row for row in now if not row["state"] and row["programme"].takes_sign_ups(today)],
            "coming": [row for row in now if not row["state"] and today < row["programme"].sign_up_from],
            "past": [_row(one, mine) for one in page],
            "pages": pages_of(page),
        },
    )


def _row(programme, mine):
    return {
        "programme": programme,
        "state": mine.get(programme.pk, ""),
        "dates": dates_of(programme),
        "sign_up": sign_up_sentence(programme),
    }
