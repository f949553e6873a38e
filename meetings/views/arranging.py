"""Arranging a meeting: offer times, pick one, offer others, say no, call it off."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings import listing, rules
from meetings.calendar import build, ics
from meetings.forms.times import MeetingForm, TimesForm
from meetings.models import Attendee, CalendarSettings, MeetingStatus
from meetings.services import keeping, offering
from meetings.services.locking import Conflict
from meetings.templatetags.meetings import in_words
from meetings.views.agenda import agenda_context
from meetings.views.meeting import is_off, meeting_context, meeting_or_404
from mentoring.lib import walltime
from mentoring.lib.access import login_required_keep_post
from mentorships.templatetags.private import plain
from mentorships.views.pair import done, number_in, pair_context, pair_or_404


@sensitive_variables()
@require_safe
@login_required_keep_post
def meeting_detail(request, code, meeting):
    """One meeting: when, where, what to do now, and its agenda."""
    row = meeting_or_404(request, code, meeting)
    context = meeting_context(request, row) | agenda_context(request, row)
    return render(request, "meetings/meeting_detail.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def meeting_new(request, code):
    """Offer up to five times for a new meeting, or let the other choose."""
    mentorship = pair_or_404(request, code)
    if resting := _resting(request, mentorship):
        return resting
    form = MeetingForm(request.POST if request.method == "POST" else None,
                       zone=request.user.time_zone, initial=_as_last_time(mentorship, request.user))  # fmt: skip
    if form.is_valid():
        try:
            row = offering.propose_times(mentorship, by=request.user, **form.facts())
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            return _offered(request, row, form)
    return _times_page(request, mentorship, form)


def _as_last_time(mentorship, member):
    """Means, length and place of what this member proposed last: most pairs meet as they did."""
    last = (
        mentorship.meetings.filter(author=member, logged=False, rhythm=None).order_by("-pk").first()
    )
    if last is None:
        return {}
    last.mentorship = mentorship
    return {"means": last.means, "minutes": last.minutes, "place": plain(last, "place")}


def _resting(request, mentorship):
    """Back to the meetings while nothing can be arranged. None otherwise; what was typed is never lost."""
    if request.method == "POST" or rules.may_arrange(request.user, mentorship):
        return None
    messages.info(request, _("Nothing can be arranged while this mentorship does not go on."))
    return redirect("meeting_list", mentorship.code)


def _times_page(request, mentorship, form, **more):
    context = pair_context(request, mentorship) | {"form": form, "now": timezone.now()} | more
    return render(request, "meetings/meeting_times.html", context)


def _offered(request, meeting, form):
    name = meeting.mentorship.partner_of(request.user).first_name
    said = (
        _("%(name)s is told, and picks one.")
        if form.cleaned_data["slots"]
        else _("%(name)s is asked for times.")
    )
    messages.success(request, said % {"name": name})
    length = timedelta(minutes=meeting.minutes)
    starts = [
        walltime.instant_of_calendar(wall, zone, second=late)
        for wall, zone, late in form.cleaned_data["slots"]
    ]
    for clash in listing.clashes(request.user, [(at, at + length) for at in starts], but=meeting):
        if clash:
            messages.warning(
                request,
                _("You have another meeting then: %(when)s.") % {"when": in_words(clash.starts_at)},
            )
    return redirect("meeting_detail", meeting.mentorship.code, meeting.code)


@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def meeting_offer(request, code, meeting):
    """Other times: in place of those on offer, or to move what is agreed."""
    row = meeting_or_404(request, code, meeting)
    if resting := _resting(request, row.mentorship):
        return resting
    if row.status not in (MeetingStatus.PROPOSED, MeetingStatus.AGREED):
        messages.info(request, _("This meeting cannot be moved any more. Propose another one."))
        return redirect("meeting_detail", code, meeting)
    form = TimesForm(
        request.POST if request.method == "POST" else None,
        zone=request.user.time_zone,
        may_ask=row.status == MeetingStatus.PROPOSED,
    )
    if form.is_valid():
        try:
            offering.offer(row, by=request.user, slots=form.cleaned_data["slots"])
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            return _offered(request, row, form)
    return _times_page(request, row.mentorship, form, meeting=row)


@require_POST
@login_required_keep_post
def meeting_pick(request, code, meeting):
    """Take one of the times on offer."""
    row = meeting_or_404(request, code, meeting)
    slot = number_in(request.POST.get("slot"))
    if not slot:
        messages.error(request, _("Pick one of the times first."))
        return redirect("meeting_detail", code, meeting)
    return done(request, offering.pick, row, _("Agreed. Both calendars are told by mail."),
                "meeting_detail", code, meeting, slot=slot)  # fmt: skip


@require_POST
@login_required_keep_post
def meeting_close(request, code, meeting):
    """None of these times; or take one's own offer back."""
    row = meeting_or_404(request, code, meeting)
    name = row.mentorship.partner_of(request.user).first_name
    return done(request, offering.close_offer, row, _("Done; %(name)s is told.") % {"name": name},
                "meeting_detail", code, meeting)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def meeting_cancel(request, code, meeting):
    """Call it off: this one alone."""
    row = meeting_or_404(request, code, meeting)
    if request.method == "POST":
        return done(request, keeping.cancel, row, _("Called off. Both calendars are told by mail."),
                    "meeting_detail", code, meeting)  # fmt: skip
    if row.status != MeetingStatus.AGREED or row.over:
        return redirect("meeting_detail", code, meeting)
    context = pair_context(request, row.mentorship) | {"meeting": row}
    return render(request, "meetings/meeting_cancel.html", context)


@sensitive_variables()
@require_safe
@login_required_keep_post
def meeting_file(request, code, meeting):
    """The meeting as a file for a calendar program."""
    row = meeting_or_404(request, code, meeting)
    place = {"rhythm": row.rhythm_id} if row.rhythm_id else {"meeting": row.pk}
    seat = Attendee.objects.filter(member=request.user, **place).first()
    if seat is None or row.status != MeetingStatus.AGREED or is_off(request.user, row):
        messages.info(request, _("There is a file once a time is agreed."))
        return redirect("meeting_detail", code, meeting)
    seat.member = request.user
    event = build.alone(row, seat, discreet=CalendarSettings.objects.discreet(request.user))
    answer = HttpResponse(ics.feed([event]), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
