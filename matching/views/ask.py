"""Asking a mentor: one screen, drafts kept as typed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matching import rules, services
from matching.forms import AskForm
from matching.models import MentorRequest, Status
from matching.views.mentor import mentor_or_404
from mentoring.lib.access import member_only
from mentoring.lib.vault import CannotOpen
from profiles.shown import shown_profile

YES_NO = {True: "yes", False: "no", None: ""}


@require_http_methods(["GET", "HEAD", "POST"])
@member_only
def request_new(request, code):
    """The request form. Sending it asks; saving it keeps a draft."""
    mentor = mentor_or_404(code)
    form = AskForm(request.POST if request.method == "POST" else None,
                   initial=_draft(request.user, mentor.member))  # fmt: skip
    if request.method == "POST" and "save" in request.POST:
        services.save_draft(mentee=request.user, mentor=mentor.member, **form.draft())
        messages.success(request, _("Your draft is kept. Only you can read it."))
        return redirect("request_new", code)
    if form.is_valid():
        try:
            sent = services.send(mentee=request.user, mentor=mentor.member, **form.cleaned_data)
        except services.CannotAsk as error:
            services.save_draft(mentee=request.user, mentor=mentor.member, **form.draft())
            form.add_error(None, _("%(why)s Your words are kept as a draft.") % {"why": error})
        else:
            messages.success(request, _("Your request is on its way."))
            return redirect(sent)
    return render(request, "matching/request_new.html", _page(request, mentor, form))


def _page(request, mentor, form):
    same = (request.user.employer or "").casefold().strip()
    return {
        "mentor": mentor,
        "shown": shown_profile(mentor),
        "form": form,
        "may_ask": rules.may_ask_more(request.user),
        "mine": mentor.member == request.user,
        "same_employer": bool(same) and same == mentor.member.employer.casefold().strip(),
    }


def _draft(mentee, mentor):
    draft = MentorRequest.objects.filter(mentee=mentee, mentor=mentor, status=Status.DRAFT).first()
    if not draft:
        return {}
    try:
        words = {"message": draft.message, "hopes": draft.hopes}
    except CannotOpen:
        words = {}
    return words | {
        "focus": draft.focus, "style": draft.style, "line_manager": YES_NO[draft.line_manager],
    }  # fmt: skip


@require_POST
@member_only
def request_draft(request, code):
    """Keep what is being typed. Called by the page itself; says only that it is done."""
    mentor = mentor_or_404(code)
    if mentor.member != request.user:
        services.save_draft(
            mentee=request.user, mentor=mentor.member, **AskForm(request.POST).draft()
        )
    return HttpResponse(status=204)
