"""Arranging a meeting: offer times, pick one, offer others, say no, call it off."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mail.reach import if_mailed
from meetings import listing, reach, rules
from meetings.calendar import build
from meetings.forms.times import MeetingForm, TimesForm
from meetings.models import Attendee, CalendarSettings, MeetingStatus
from meetings.notifications import TimesClosed, TimesOffered
from meetings.services import keeping, offering
from meetings.services.locking import Conflict
from meetings.templatetags.meetings import in_words
from meetings.views.agenda import agenda_context
from meetings.views.meeting import meeting_context, meeting_page
from mentoring.lib import walltime
from mentoring.lib.calendar import ics
from mentoring.lib.pages import show_refusal
from mentorships.templatetags.private import plain
from mentorships.views.pair import number_in, pair_context, pair_page


@meeting_page("GET")
def meeting_detail(request, meeting):
    """One meeting: when, where, what to do now, and its agenda."""
    context = meeting_context(request, meeting) | agenda_context(request, meeting)
    return render(request, "meetings/meeting_detail.html", context)


@pair_page("GET", "POST")
def meeting_new(request, mentorship):
    """Offer up to five times for a new meeting, or let the other choose."""
    if resting := _resting(request, mentorship):
        return resting
    form = MeetingForm(
        request.POST if request.method == "POST" else None,
        zone=request.user.time_zone,
        initial=_as_last_time(mentorship, request.user),
    )
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            meeting = offering.propose_times(mentorship, by=request.user, **form.terms())
            return _offered(request, meeting, form)
    return _times_page(request, mentorship, form)


def _as_last_time(mentorship, member):
    """Means, length and place of what this member proposed last: most pairs meet as they did."""
    last = mentorship.meetings.filter(author=member, logged=False, rhythm=None).order_by("-pk").first()
    if last is None:
        return {}
    last.mentorship = mentorship
    return {"means": last.means, "minutes": last.minutes, "place": plain(last, "place")}


def _resting(request, mentorship):
    """Back to the meetings while nothing can be arranged. None otherwise; what was typed is never lost."""
    if request.method == "POST" or rules.may_arrange(request.user, mentorship):
        return None
    messages.info(request, _("You can arrange meetings only while the mentorship is active."))
    return redirect("meeting_list", mentorship.code)


def _times_page(request, mentorship, form, **more):
    context = pair_context(request, mentorship) | {"form": form, "now": timezone.now()} | more
    return render(request, "meetings/meeting_times.html", context)


def _offered(request, meeting, form):
    other = meeting.mentorship.partner_of(request.user)
    done, told = (
        (_("Times offered."), _("We’ll email %(name)s, who can pick one."))
        if form.cleaned_data["slots"]
        else (_("Asked for times."), _("We’ll email %(name)s."))
    )
    messages.success(request, if_mailed(done, told, to=other, notification=TimesOffered))
    length = timedelta(minutes=meeting.minutes)
    starts = [
        walltime.instant_of_calendar(local_time, zone, fold=late)
        for local_time, zone, late in form.cleaned_data["slots"]
    ]
    for clash in listing.clashes(request.user, [(at, at + length) for at in starts], but=meeting):
        if clash:
            messages.warning(
                request,
                _("You already have another meeting then: %(when)s.") % {"when": in_words(clash.starts_at)},
            )
    return redirect(meeting)


@meeting_page("GET", "POST")
def meeting_offer(request, meeting):
    """Other times: in place of those on offer, or to move what is agreed."""
    if resting := _resting(request, meeting.mentorship):
        return resting
    if meeting.status not in (MeetingStatus.PROPOSED, MeetingStatus.AGREED):
        messages.info(request, _("This meeting can no longer be moved. Offer times for a new one."))
        return redirect(meeting)
    form = TimesForm(
        request.POST if request.method == "POST" else None,
        zone=request.user.time_zone,
        may_ask=meeting.status == MeetingStatus.PROPOSED,
    )
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            offering.offer(meeting, by=request.user, slots=form.cleaned_data["slots"])
            return _offered(request, meeting, form)
    return _times_page(request, meeting.mentorship, form, meeting=meeting)


@meeting_page("POST")
def meeting_pick(request, meeting):
    """Take one of the times on offer."""
    slot = number_in(request.POST.get("slot"))
    if not slot:
        messages.error(request, _("Pick one of the times first."))
        return redirect(meeting)
    line = reach.exception_line(meeting, request.user)
    with show_refusal(Conflict, request=request):
        offering.pick(meeting, by=request.user, slot=slot)
        both = _("Agreed. We’ll email you both a calendar update.")
        messages.success(request, reach.after(_("Agreed."), line, both=both))
    return redirect(meeting)


@meeting_page("POST")
def meeting_close(request, meeting):
    """None of these times; or take one's own offer back."""
    other = meeting.mentorship.partner_of(request.user)
    with show_refusal(Conflict, request=request):
        offering.close_offer(meeting, by=request.user)
        done = if_mailed(_("Done."), _("We’ll email %(name)s."), to=other, notification=TimesClosed)
        messages.success(request, done)
    return redirect(meeting)


@meeting_page("GET", "POST")
def meeting_cancel(request, meeting):
    """Call it off: this one alone."""
    line = reach.exception_line(meeting, request.user)
    if request.method == "POST":
        with show_refusal(Conflict, request=request):
            keeping.cancel(meeting, by=request.user)
            both = _("Meeting cancelled. We’ll email you both a calendar update.")
            messages.success(request, reach.after(_("Meeting cancelled."), line, both=both))
        return redirect(meeting)
    if meeting.status != MeetingStatus.AGREED or meeting.over:
        return redirect(meeting)
    context = pair_context(request, meeting.mentorship) | {"meeting": meeting, "mail_line": line}
    return render(request, "meetings/meeting_cancel.html", context)


@meeting_page("GET")
def meeting_file(request, meeting):
    """The meeting as a file for a calendar program."""
    place = {"rhythm": meeting.rhythm_id} if meeting.rhythm_id else {"meeting": meeting.pk}
    seat = Attendee.objects.filter(member=request.user, **place).first()
    if seat is None or meeting.status != MeetingStatus.AGREED or rules.is_off(request.user, meeting):
        messages.info(request, _("You can download a calendar file only for a meeting that is agreed."))
        return redirect(meeting)
    seat.member = request.user
    event = build.alone(meeting, seat, discreet=CalendarSettings.objects.discreet(request.user))
    answer = HttpResponse(ics.feed([event]), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
