"""All meetings of a pair on one page; and a talk held outside."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings import listing, recurrence, rules
from meetings.forms.times import HeldTalkForm
from meetings.models import MeetingStatus
from meetings.services import keeping
from meetings.services.locking import Conflict
from meetings.views.meeting import meeting_page
from mentoring.lib import walltime
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.rules import may_write
from mentorships.views.pair import pair_context, pair_page

SHOWN_AHEAD = 6
BECAME = {"held": True, "missed": False, "none": None}


@pair_page("GET")
def meeting_list(request, mentorship):
    """What comes, what waits for an answer, what became of the last one, and what has been."""
    rows = listing.of_pair(mentorship)
    page = page_of(listing.past(rows), request.GET.get("page"))
    ahead = list(listing.ahead(rows)[:SHOWN_AHEAD])
    may_arrange = rules.may_arrange(request.user, mentorship)
    waiting = list(listing.waiting_offers(rows)) if may_arrange else []
    untold = list(listing.untold(rows)[:3]) if may_write(request.user, mentorship) else []
    running, proposed = listing.rhythms_of(mentorship) if may_arrange else (None, None)
    context = pair_context(request, mentorship) | {
        "may_arrange": may_arrange,
        "ahead": mentorship.adopt(ahead),
        "waiting": waiting,
        "untold": mentorship.adopt(untold),
        "past": mentorship.adopt(page.object_list),
        "pages": pages_of(page),
        "running": running and recurrence.rhythm_in_words(running),
        "proposed": proposed,
        "first": not ahead and not untold and not page.paginator.count,
    }
    return render(request, "meetings/meeting_list.html", context)


@pair_page("GET", "POST")
def meeting_log(request, mentorship):
    """A talk held outside: now, with one click; or on another day."""
    if request.method == "POST" and "now" in request.POST:
        return _noted(request, mentorship, lambda: keeping.log(mentorship, by=request.user))
    if request.method != "POST" and not may_write(request.user, mentorship):
        messages.info(request, _("This mentorship has ended, so nothing more can be added."))
        return redirect("meeting_list", mentorship.code)
    form = _talk_form(request)
    if form.is_valid():
        return _noted(
            request, mentorship, lambda: keeping.log(mentorship, by=request.user, **form.cleaned_data)
        )
    context = pair_context(request, mentorship) | {"form": form}
    return render(request, "meetings/meeting_log.html", context)


@meeting_page("GET", "POST")
def meeting_instead(request, meeting):
    """It was held, but at another time than was agreed."""
    if not meeting.has_begun or meeting.logged:
        return redirect(meeting)
    form = _talk_form(request, minutes=meeting.minutes, means=meeting.means)
    if form.is_valid():
        return _noted(
            request,
            meeting.mentorship,
            lambda: keeping.held_at(meeting, by=request.user, **form.cleaned_data),
        )
    context = pair_context(request, meeting.mentorship) | {"form": form, "meeting": meeting}
    return render(request, "meetings/meeting_log.html", context)


def _talk_form(request, **before):
    zone = request.user.time_zone
    before["at"] = walltime.to_local(timezone.now(), zone)
    return HeldTalkForm(request.POST if request.method == "POST" else None, zone=zone, initial=before)


def _noted(request, mentorship, note):
    noted = _("Conversation recorded. You can add more about it here, or undo it.")
    with show_refusal(Conflict, request=request):
        meeting = note()
        messages.success(request, noted)
        return redirect(meeting)
    return redirect("meeting_list", mentorship.code)


@meeting_page("POST")
def meeting_unlog(request, meeting):
    """Take back a talk that was noted by mistake."""
    with show_refusal(Conflict, request=request):
        keeping.unlog(meeting, by=request.user)
        messages.success(request, _("Undone. This conversation is no longer recorded."))
        return redirect("meeting_list", meeting.mentorship.code)
    return redirect(meeting)


@meeting_page("POST")
def meeting_tell(request, meeting):
    """What became of it: we met, it did not happen; or neither was meant."""
    became = request.POST.get("became")
    if became not in BECAME:
        return redirect(meeting)
    with show_refusal(Conflict, request=request):
        keeping.tell(meeting, by=request.user, held=BECAME[became])
        messages.success(request, _TOLD[meeting.status])
    return redirect(meeting)


_TOLD = {
    MeetingStatus.HELD: gettext_lazy("Recorded: you met. You can add what you took from it below."),
    MeetingStatus.MISSED: gettext_lazy(
        "Recorded: you did not meet. You can offer new times whenever you like."
    ),
    MeetingStatus.AGREED: gettext_lazy("Undone. Nothing is recorded about this meeting."),
}
