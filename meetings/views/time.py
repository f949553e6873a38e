"""Working time: what was granted, planned and used; and a letter for the employer that says nothing else."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from meetings import month, worktime
from mentoring.lib.access import member_page


@member_page("GET")
def time_at_work(request):
    """The account of one month, this one unless another is asked for."""
    account = worktime.month_of(request.user, *_asked(request))
    after = (account.first + timezone.timedelta(days=32)).replace(day=1)
    context = _account(request, account) | {
        "meetings": [
            (meeting, meeting.mentorship.partner_of(request.user), counts)
            for meeting, counts in account.meetings
        ],
        "before": _known(account.first - timezone.timedelta(days=1)),
        "after": _known(after),
    }
    return render(request, "meetings/time_at_work.html", context)


@member_page("GET")
def time_letter(request):
    """For the employer, to print: hours granted, used and planned in a month. No name but one's own."""
    account = worktime.month_of(request.user, *_asked(request))
    return render(request, "meetings/time_letter.html", _account(request, account))


def _known(day):
    """The day, or None beyond what can be asked for."""
    return day if month.FIRST_YEAR <= day.year <= month.LAST_YEAR else None


def _account(request, account):
    return {
        "account": account,
        "told": worktime.time_sentence(request.user),
        "granted": worktime.hours(account.granted),
        "used": worktime.hours(account.used),
        "planned": worktime.hours(account.planned),
        "outside": worktime.hours(account.outside),
        "left": worktime.hours(account.left),
    }


def _asked(request):
    """(year, month) out of ?month=2026-11; this month without it, 404 for what is none."""
    asked = request.GET.get("month")
    if not asked:
        today = timezone.localdate()
        return today.year, today.month
    year, _dash, number = asked.partition("-")
    if not (year.isdecimal() and number.isdecimal() and len(asked) == 7):
        raise Http404
    year, number = int(year), int(number)
    if not month.FIRST_YEAR <= year <= month.LAST_YEAR or not 1 <= number <= 12:
        raise Http404
    return year, number
