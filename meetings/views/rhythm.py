"""The standing rhythm of a pair: see it, propose one, answer, change it from a day on, end it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mail.reach import if_mailed
from meetings import listing, reach, recurrence, rules
from meetings.calendar.event import place_of
from meetings.forms.rhythm import RhythmForm
from meetings.models import RhythmStatus
from meetings.notifications import RhythmClosed, RhythmProposed
from meetings.services import rhythms as services
from meetings.services.locking import Conflict
from mentoring.lib import walltime
from mentoring.lib.pages import show_refusal
from mentoring.lib.text import uuid_or_none
from mentorships.templatetags.private import plain
from mentorships.views.pair import pair_context, pair_page

SHOWN = 8


@pair_page("GET")
def rhythm(request, mentorship):
    """What is agreed, what waits for an answer, and the next dates of both."""
    may_arrange = rules.may_arrange(request.user, mentorship)
    running, proposed = listing.rhythms_of(mentorship) if may_arrange else (None, None)
    ended = mentorship.rhythms.filter(status=RhythmStatus.ENDED).first()
    context = pair_context(request, mentorship) | {
        "may_arrange": may_arrange,
        "running": running and _shown(running, mentorship, _next_of(running, mentorship)),
        "proposed": proposed and _shown(proposed, mentorship, _dates_of(proposed, mentorship)),
        "mine": bool(proposed) and proposed.author_id == request.user.pk,
        "again": ended if ended and not running and not proposed else None,
    }
    return render(request, "meetings/rhythm.html", context)


def _shown(row, mentorship, dates):
    row.mentorship = mentorship
    return {"row": row, "said": recurrence.rhythm_in_words(row), "place": place_of(row), "dates": dates}


def _next_of(running, mentorship):
    """The next meetings as they stand: moved ones where they were moved to."""
    rows = listing.ahead(listing.of_pair(mentorship).filter(rhythm=running))
    return [meeting.starts_at for meeting in rows[:SHOWN]]


def _dates_of(row, mentorship):
    """The dates that would follow, without the months in which one of the two is away."""
    two = (mentorship.mentor, mentorship.mentee)
    local_times = recurrence.local_times(
        row, since=timezone.localdate(), until=row.starts_on + recurrence.AHEAD
    )
    kept = [
        local_time
        for local_time in local_times
        if not any(recurrence.away(local_time, row.zone, one) for one in two)
    ]
    return [walltime.instant_of_calendar(local_time, row.zone) for local_time in kept[:SHOWN]]


@pair_page("GET", "POST")
def rhythm_new(request, mentorship):
    """Propose a rhythm, or another one from a day on; begins with what was before."""
    if request.method != "POST" and not rules.may_arrange(request.user, mentorship):
        messages.info(request, _("You can arrange meetings only while the mentorship is active."))
        return redirect("rhythm", mentorship.code)
    form = RhythmForm(
        request.POST if request.method == "POST" else None,
        zone=request.user.time_zone,
        initial=_before(mentorship, request.user),
    )
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            services.propose_rhythm(mentorship, by=request.user, **form.terms())
            other = mentorship.partner_of(request.user)
            told = _("We’ll email %(name)s, who can agree or decline.")
            proposed = if_mailed(_("Proposed."), told, to=other, notification=RhythmProposed)
            messages.success(request, proposed)
            return redirect("rhythm", mentorship.code)
    context = pair_context(request, mentorship) | {
        "form": form,
        "running": services.running(mentorship),
        "waits": services.waiting_rhythm(mentorship),
    }
    return render(request, "meetings/rhythm_new.html", context)


def _before(mentorship, member):
    """The newest rhythm of the two as a beginning; its time as the reader's own clock shows it."""
    newest = mentorship.rhythms.first()
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    if newest is None:
        return {"starts_on": tomorrow}
    newest.mentorship = mentorship
    pattern, day = recurrence.parts_of(newest.rule)
    same = newest.zone == member.time_zone  # in another zone the day may be another one, too
    return {
        "pattern": pattern,
        "day": day,
        "at": newest.at if same else None,
        "minutes": newest.minutes,
        "means": newest.means,
        "place": plain(newest, "place"),
        "starts_on": max(tomorrow, newest.starts_on),
    }


@pair_page("POST")
def rhythm_answer(request, mentorship):
    """Agree to what waits, say no, or take one's own back."""
    proposal = get_object_or_404(mentorship.rhythms, code=uuid_or_none(request.POST.get("rhythm")))
    proposal.mentorship = mentorship
    line = reach.exception_line(proposal, request.user)
    with show_refusal(Conflict, request=request):
        if "agree" in request.POST:
            services.agree(proposal, by=request.user)
            both = _("Agreed. We’ll email you both a calendar update.")
            messages.success(request, reach.after(_("Agreed."), line, both=both))
        else:
            services.close_rhythm(proposal, by=request.user)
            other = mentorship.partner_of(request.user)
            done = if_mailed(_("Done."), _("We’ll email %(name)s."), to=other, notification=RhythmClosed)
            messages.success(request, done)
    return redirect("rhythm", mentorship.code)


@pair_page("GET", "POST")
def rhythm_end(request, mentorship):
    """No more of it: asked first, since all that is to come is called off."""
    running = services.running(mentorship)
    if running is None:
        messages.info(request, _("You have no regular meetings at the moment."))
        return redirect("rhythm", mentorship.code)
    running.mentorship = mentorship
    line = reach.exception_line(running, request.user)
    if request.method == "POST":
        both = _(
            "Regular meetings ended. Those still ahead are cancelled, and we’ll email you "
            "both a calendar update."
        )
        ended = reach.after(_("Regular meetings ended. Those still ahead are cancelled."), line, both=both)
        with show_refusal(Conflict, request=request):
            services.end(running, by=request.user)
            messages.success(request, ended)
        return redirect("rhythm", mentorship.code)
    context = pair_context(request, mentorship) | {
        "said": recurrence.rhythm_in_words(running),
        "mail_line": line,
        "count": listing.ahead(listing.of_pair(mentorship).filter(rhythm=running)).count(),
    }
    return render(request, "meetings/rhythm_end.html", context)
