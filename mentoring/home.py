"""The first page: the way in, or what is next for me."""

from django.conf import settings
from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from feedback.models import FeedbackRequest
from mail.incoming.suppression_list import is_suppressed
from matching import offers
from matching.models import MentorRequest, RequestStatus
from meetings import pair_page as meetings
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from reminders import pair_page as reminders

MOST_TO_DO = 3


@require_safe
def home(request):
    """Signed out: what this is. Signed in: one sentence, and at most three things to do."""
    if not request.user.is_authenticated:
        return render(request, "mentoring/welcome.html", {"demo": settings.DEMO})
    pairs = list(Mentorship.objects.visible_to(request.user).with_people().filter(status__in=OPEN))
    requests = list(MentorRequest.objects.visible_to(request.user).filter(
        status__in=(RequestStatus.OPEN, RequestStatus.DRAFT)))  # fmt: skip
    offered = not pairs and offers.waiting_for(request.user)
    to_do = [*meetings.to_do(request.user), *_answers(request.user, requests), *reminders.to_do(request.user),
             *_letters(request.user, pairs), *_wish(offered), *_drafts(requests),
             *_profile(request.user)]  # fmt: skip
    new = not (pairs or requests or offered or request.user.is_mentor)
    return render(
        request,
        "mentoring/home.html",
        {
            "hello": _hello(request.user, pairs, requests),
            "comes_back": is_suppressed(request.user.email),
            "coming": meetings.next_meeting_sentence(request.user) if pairs else "",
            "to_do": to_do[:MOST_TO_DO],
            "pairs": [(pair, pair.partner_of(request.user)) for pair in pairs],
            "doors": new and not request.user.not_now_at,
            "quiet": new and request.user.not_now_at,
        },
    )


def _hello(member, pairs, requests):
    waiting = [row for row in requests if row.status == RequestStatus.OPEN]
    asked = next((row for row in waiting if row.mentee_id == member.pk), None)
    if len(pairs) == 1:
        return _("You and %(name)s have a mentorship.") % {"name": pairs[0].partner_of(member).name}
    if pairs:
        return _("You have %(n)d mentorships going on.") % {"n": len(pairs)}
    if asked:
        return _("You have asked %(name)s, for an answer by %(day)s.") % {
            "name": asked.mentor.name, "day": date_format(localtime(asked.expires_at), _("j F"))}  # fmt: skip
    return _("Welcome, %(name)s.") % {"name": member.name}


def _answers(member, requests):
    for row in requests:
        if row.status == RequestStatus.OPEN and row.mentor_id == member.pk:
            yield row.get_absolute_url(), _("Answer %(name)s, who asks you to be their mentor") % {
                "name": row.mentee.name}  # fmt: skip


def _letters(member, pairs):
    mine = {pair.pk: pair for pair in pairs}
    asked = FeedbackRequest.objects.filter(~Q(asker=member), mentorship__in=mine, met_at=None)
    for pk in asked.values_list("mentorship_id", flat=True):
        yield (
            reverse("feedback_write", args=[mine[pk].code]),
            _("Write to %(name)s, who would like your feedback")
            % {"name": mine[pk].partner_of(member).name},
        )


def _wish(offered):
    """Whoever offers to be a mentor waits for nobody to look by chance."""
    if offered:
        yield reverse("wish_mine"), _("See who offers to be your mentor")


def _drafts(requests):
    for row in requests:
        if row.status == RequestStatus.DRAFT:
            yield reverse("request_new", args=[row.mentor.code]), _("Finish your request to %(name)s") % {
                "name": row.mentor.name}  # fmt: skip


def _profile(member):
    if not member.seeking and not member.is_mentor:
        yield reverse("profile"), _("Say what you look for, and we suggest mentors")
