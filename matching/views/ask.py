"""Asking a mentor: one screen, drafts kept as typed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from conduct import blocks
from matching import rules, services
from matching.forms import AskForm
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.access import member_page
from mentoring.lib.programme import numbers
from mentoring.lib.text import uuid_or_none
from mentoring.lib.vault import CannotOpen
from mentorships.models import MentorshipKind
from profiles.models import MentorProfile

YES_NO = {True: "yes", False: "no", None: ""}


@member_page("GET", "POST")
def request_new(request, code):
    """The request form. Sending it asks; saving it keeps a draft."""
    mentor = _mentor_or_404(request, code)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        initial=_draft(request.user, mentor.member) or _again(request) or _likely(request.user, mentor),
    )
    answer = None
    if request.method == "POST" and mentor.member != request.user:
        keep_or_send = _kept if "save" in request.POST else _sent
        answer = keep_or_send(request, mentor.member, form)
    return answer or render(request, "matching/request_new.html", _page(request, mentor, form))


def _mentor_or_404(request, code):
    mentors = MentorProfile.objects.exclude(blocks.blocked_by_me(request.user, "member"))
    mentor = get_object_or_404(mentors.select_related("member"), member__code=code)
    if not rules.may_write_to(request.user, mentor, sending=request.method == "POST"):
        raise Http404
    return mentor


def _kept(request, mentor, form):
    """Keep a draft. None if something of it cannot be kept and has to be shown again."""
    services.save_request_draft(mentee=request.user, mentor=mentor, **form.draft())
    if form.unkept():
        return None
    messages.success(request, _("Draft saved. Only you can read it."))
    return redirect("request_new", mentor.code)


def _sent(request, mentor, form):
    """Send it. None if the form has to be shown again."""
    if not form.is_valid():
        return None
    try:
        sent = services.send_request(mentee=request.user, mentor=mentor, **form.cleaned_data)
    except services.CannotAsk as error:
        services.save_request_draft(mentee=request.user, mentor=mentor, **form.draft())
        form.add_error(None, _("%(why)s We’ve saved what you wrote as a draft.") % {"why": error})
        return None
    messages.success(request, _("Request sent. The answer will appear on this page."))
    return redirect(sent)


def _page(request, mentor, form):
    listed = rules.may_find(request.user, mentor)
    return {
        "mentor": mentor,
        "form": form,
        "days": numbers().request_expiry_days,
        "listed": listed,
        "room": listed and mentor.room,
        "may_ask": rules.may_ask_more(request.user),
        "mine": mentor.member == request.user,
        "same_employer": rules.same_employer(request.user, mentor.member),
    }


def _draft(mentee, mentor):
    drafts = MentorRequest.objects.filter(mentee=mentee, mentor=mentor, status=RequestStatus.DRAFT)
    draft = drafts.filter(kind=MentorshipKind.MENTORING).first()
    return _words(draft) | {"line_manager": YES_NO[draft.line_manager]} if draft else {}


def _again(request):
    """The words of a request that was made in vain, for somebody else, if the address names one."""
    mine = MentorRequest.objects.filter(mentee=request.user, code=uuid_or_none(request.GET.get("again")))
    return next(
        (
            _words(mentor_request)
            for mentor_request in mine
            if rules.asked_in_vain(request.user, mentor_request)
        ),
        {},
    )


def _likely(member, mentor):
    """The first thing that the member looks for and the mentor helps with."""
    return next(({"focus": slug} for slug in member.seeking if slug in mentor.helps_with), {})


def _words(mentor_request):
    """What the form begins with."""
    try:
        words = {"message": mentor_request.message, "hopes": mentor_request.hopes}
    except CannotOpen:
        words = {}
    return words | {"focus": mentor_request.focus, "style": mentor_request.style}


@member_page("POST")
def request_draft(request, code):
    """Keep what is being typed. Called by the page itself; says only whether it is done."""
    mentor = _mentor_or_404(request, code)
    form = AskForm(request.POST)
    if mentor.member != request.user:
        services.save_request_draft(mentee=request.user, mentor=mentor.member, **form.draft())
    return HttpResponse(status=422 if form.unkept() else 204)
