"""The first page: the way in, or what is next for me."""

from django.conf import settings
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from configuration.services.announcements import announcements_for
from mail.incoming.suppression_list import is_suppressed
from matching import offers
from matching.models import MentorRequest, RequestStatus
from meetings import pair_page as meetings
from mentoring.lib.registry.hooks import MEMBER_TO_DO
from mentoring.lib.rows import if_any
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from open_hours.listing import has_booked
from outreach.services.quotes import quotes_for_first_page

MOST_TO_DO = 3


@require_safe
def home(request):
    """Signed out: what this is. Signed in: one sentence, and at most three things to do."""
    if not request.user.is_authenticated:
        quotes = quotes_for_first_page()
        return render(request, "mentoring/welcome.html", {"demo": settings.DEMO, "quotes": quotes})
    pairs = list(Mentorship.objects.visible_to(request.user).with_people().filter(status__in=OPEN))
    requests = _requests(request.user)
    offered = not pairs and offers.waiting_for(request.user)
    to_do = [thing for things in MEMBER_TO_DO.results(request.user) for thing in things]
    new = not (pairs or requests or offered or request.user.is_mentor or has_booked(request.user))
    if new and not request.user.started_at and not request.user.not_now_at:
        return redirect("first_step", "looking-for")
    return render(
        request,
        "mentoring/home.html",
        {
            "announcements": announcements_for(request.user),
            "hello": _hello(request.user, pairs, requests),
            "comes_back": is_suppressed(request.user.email),
            "coming": meetings.next_meeting_sentence(pairs, request.user),
            "to_do": to_do[:MOST_TO_DO],
            "pairs": [(pair, pair.partner_of(request.user)) for pair in pairs],
            "doors": new and not request.user.not_now_at,
            "quiet": new and request.user.not_now_at,
            "is_mentor": request.user.is_mentor,
        },
    )


def _requests(member):
    """What this member has sent, begun or been sent, as long as nobody has answered it."""
    rows = MentorRequest.objects.filter(Q(mentee=member) | Q(mentor=member))
    rows = rows.filter(status__in=(RequestStatus.OPEN, RequestStatus.DRAFT))
    return list(if_any(rows, MentorRequest.objects.visible_to, member))


def _hello(member, pairs, requests):
    waiting = [row for row in requests if row.status == RequestStatus.OPEN]
    asked = next((row for row in waiting if row.mentee_id == member.pk), None)
    if len(pairs) == 1:
        return _("You’re in a mentorship with %(name)s.") % {"name": pairs[0].partner_of(member).name}
    if pairs:
        return _("You’re in %(n)d mentorships.") % {"n": len(pairs)}
    if asked:
        return _("You’ve asked %(name)s, who has until %(day)s to answer.") % {
            "name": asked.mentor.name,
            "day": date_format(localtime(asked.expires_at), _("j F")),
        }
    return _("Welcome, %(name)s.") % {"name": member.name}
