"""One's calendar: discreet or not, and a feed to subscribe to."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.calendar import build, ics
from meetings.forms.items import CalendarForm
from meetings.models import Attendee, CalendarSettings, Meeting, MeetingRhythm, MeetingStatus
from mentoring.lib.access import member_page
from mentoring.lib.links import member_link as link
from mentoring.lib.vault.rows import read_keys
from mentorships.models import Mentorship
from mentorships.models import MentorshipStatus as PairStatus

BACK = timedelta(days=90)
MOST = 1000
ACTIVE = PairStatus.ACTIVE


@member_page("GET", "POST")
def calendar_settings(request):
    """Discreet or not; and the address of the feed, if there is one."""
    mine = CalendarSettings.objects.filter(member=request.user).first()
    mine = mine or CalendarSettings(member=request.user)
    form = CalendarForm(request.POST if request.method == "POST" else None, instance=mine)
    if form.is_valid():
        CalendarSettings.objects.update_or_create(member=request.user, defaults=form.cleaned_data)
        messages.success(request, _("Kept. It holds for what is sent from now on."))
        return redirect("calendar_settings")
    address = link("calendar_feed", mine.feed) if mine.feed else ""
    context = {"form": form, "address": address, "webcal": f"webcal:{address.partition(':')[2]}"}
    return render(request, "meetings/calendar_settings.html", context)


@member_page("POST")
def calendar_renew(request):
    """A feed, or another address for it: the old one is dead at once."""
    CalendarSettings.objects.renew(request.user)
    messages.success(
        request, _("Your feed has a new address. An older one shows nothing any more.")
    )
    return redirect("calendar_settings")


@require_safe
def calendar_feed(request, feed):
    """All my meetings for a calendar program: no sign-in, so the address itself is the secret."""
    mine = CalendarSettings.objects.select_related("member").filter(feed=feed).first()
    if mine is None or not mine.member.is_active:
        raise Http404
    with translation.override(mine.member.language):
        body = ics.feed(list(_events(mine)))
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def _events(mine):
    """Of the last three months and to come, a thousand at the most. Each pair, rhythm and key is read once."""
    member, since = mine.member, timezone.now() - BACK
    pairs = Mentorship.objects.visible_to(member).with_people().in_bulk()
    rhythms = MeetingRhythm.objects.filter(mentorship__in=pairs).in_bulk()
    for rhythm in rhythms.values():
        rhythm.mentorship = pairs[rhythm.mentorship_id]
    if not mine.discreet:
        read_keys(list(pairs.values()))
    seats = {
        (seat.meeting_id, seat.rhythm_id): seat for seat in Attendee.objects.filter(member=member)
    }
    rows = Meeting.objects.filter(mentorship__in=pairs, status__in=build.LIVE, logged=False)
    for meeting in rows.filter(starts_at__gte=since).order_by("starts_at")[:MOST]:
        meeting.mentorship = pairs[meeting.mentorship_id]
        meeting.rhythm = rhythms.get(meeting.rhythm_id)
        seat = seats.get((None if meeting.rhythm_id else meeting.pk, meeting.rhythm_id))
        if seat and not (
            meeting.status == MeetingStatus.AGREED and meeting.mentorship.status != ACTIVE
        ):
            seat.member = member
            yield build.alone(meeting, seat, discreet=mine.discreet)
