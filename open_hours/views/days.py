"""A day of open hours: its times, its tables, its waiting list, and the programme to print."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.templatetags.meetings import clock
from mentoring.lib import walltime
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from open_hours import listing, rules
from open_hours.forms import TableForm, WaitForm
from open_hours.models import Talk, TalkDay, TalkStatus, TalkWait
from open_hours.programme import programme_of
from open_hours.services import days, waiting
from open_hours.services.locking import Conflict


@member_page("GET", "POST")
def talk_day(request, code):
    """What is free of a day, by time; a mentor takes a table here."""
    day = get_object_or_404(TalkDay, code=code)
    form = _table_form(request, day) if rules.may_offer(request.user) and not day.over else None
    if request.method == "POST" and form and form.is_valid():
        with show_refusal(Conflict, form=form):
            return _taken(request, day, form)
    context = _context(request, day) | {"form": form}
    with timezone.override(day.zone):  # people meet there: by the clock on that wall
        return render(
            request, "open_hours/talk_day.html", context, status=422 if form and form.errors else 200
        )


def _context(request, day):
    taken = Talk.objects.filter(day=day).exclude(status=TalkStatus.WITHDRAWN)
    wait = TalkWait.objects.filter(day=day, member=request.user, status__in=waiting.ON_THE_LIST).first()
    free = list(Talk.objects.free_for(request.user).filter(day=day))
    mine = list(taken.filter(mentor=request.user).dates().select_related("day"))
    return {
        "day": day,
        "talks": free,
        "has_tables": taken.exists(),
        "mine": mine,
        "only_mine_free": any(talk.status == TalkStatus.OPEN for talk in mine),
        "wait": wait,
        "ahead": wait.ahead_of_me() if wait else 0,
        "kept": next((kept.talk for kept in listing.kept_times(request.user) if kept.day_id == day.pk), None),
        "wait_form": WaitForm(),
        "now": timezone.now(),
    }


def _table_form(request, day):
    starts = [_on_the_wall(at, day) for at in day.times]
    ends = [*starts[1:], _on_the_wall(day.ends_at, day)]
    data = request.POST if request.method == "POST" else None
    initial = {"first": 0, "last": len(starts) - 1}
    return TableForm(data, tables=range(1, day.tables + 1), starts=starts, ends=ends, initial=initial)


def _on_the_wall(at, day):
    return clock(walltime.to_local(at, day.zone))


def _taken(request, day, form):
    talks = days.take_table(day, request.user, **form.cleaned_data)
    said = ngettext(
        "Table %(table)d is yours, with %(n)d time to book.",
        "Table %(table)d is yours, with %(n)d times to book.",
        len(talks),
    )
    messages.success(request, said % {"table": form.cleaned_data["table"], "n": len(talks)})
    return redirect(day)


@member_page("POST")
def talk_day_leave(request, code):
    """Give back the times at one's table that nobody has booked."""
    day = get_object_or_404(TalkDay, code=code)
    if days.leave_table(day, request.user):
        messages.success(request, _("Your free times are withdrawn. What is booked stays."))
    return redirect(day)


@member_page("POST")
def talk_day_wait(request, code):
    """Onto the waiting list, or off it."""
    day = get_object_or_404(TalkDay, code=code)
    if "leave" in request.POST:
        if waiting.leave(day, request.user):
            messages.success(request, _("You’re off the waiting list."))
        return redirect(day)
    form = WaitForm(request.POST)
    if form.is_valid():
        with show_refusal(Conflict, request=request):
            waiting.join(day, request.user, focus=form.cleaned_data["focus"])
            messages.success(request, _("You’re on the waiting list."))
    return redirect(day)


@member_page("GET")
def talk_day_programme(request, code):
    """To print: tables down, times across. Times are those of the place, whoever reads it."""
    day = get_object_or_404(TalkDay, code=code)
    with timezone.override(day.zone):
        times, tables = programme_of(day)
        context = {"day": day, "times": times, "tables": tables}
        return render(request, "open_hours/talk_day_programme.html", context)
