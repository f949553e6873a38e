"""One's calendar: discreet or not, and a feed to subscribe to."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings import listing
from meetings.calendar import build
from meetings.forms.items import CalendarForm
from meetings.models import CalendarSettings
from mentoring.lib.access import member_page
from mentoring.lib.calendar import ics
from mentoring.lib.links import member_link as link
from mentoring.lib.registry.hooks import FEED_EVENTS


@member_page("GET", "POST")
def calendar_settings(request):
    """Discreet or not; and the address of the feed, if there is one."""
    mine = CalendarSettings.objects.filter(member=request.user).first()
    mine = mine or CalendarSettings(member=request.user)
    form = CalendarForm(request.POST if request.method == "POST" else None, instance=mine)
    if form.is_valid():
        CalendarSettings.objects.update_or_create(member=request.user, defaults=form.cleaned_data)
        messages.success(request, _("Saved. This applies to everything we send from now on."))
        return redirect("calendar_settings")
    address = link("calendar_feed", mine.feed_secret) if mine.feed else ""
    context = {"form": form, "address": address, "webcal": f"webcal:{address.partition(':')[2]}"}
    return render(request, "meetings/calendar_settings.html", context)


@member_page("POST")
def calendar_renew(request):
    """A feed, or another address for it: the old one is dead at once."""
    CalendarSettings.objects.renew(request.user)
    messages.success(request, _("Your calendar feed has a new address. Older addresses no longer work."))
    return redirect("calendar_settings")


@require_safe
def calendar_feed(request, feed):
    """All my meetings for a calendar program: no sign-in, so the address itself is the secret."""
    mine = CalendarSettings.objects.of_address(feed)
    if mine is None or not mine.member.is_active:
        raise Http404
    with translation.override(mine.member.language):
        meetings = listing.of_feed(mine.member, with_places=not mine.discreet)
        events = list(build.feed(meetings, mine.member, discreet=mine.discreet))
        for others in FEED_EVENTS.results(mine.member, discreet=mine.discreet):
            events += others
        body = ics.feed(events)
    etag = ics.etag_of(body)
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}  # kept by its reader, who asks each time
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=etag, response=answer)
