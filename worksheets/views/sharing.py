"""Sharing one of my answers, and no longer sharing it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mail.reach import if_mailed
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.text import uuid_or_none
from mentorships.services.locking import Conflict
from worksheets import copies
from worksheets.filling import text_mark
from worksheets.models import Answer, SharedAnswer
from worksheets.notifications import AnswerShared
from worksheets.services import sharing as services


@member_page("GET", "POST")
def answer_share(request, answer):
    """An answer as it is now, with whom it is shared, and with whom it can be."""
    answer = get_object_or_404(Answer.objects.select_related("sheet"), code=answer, member=request.user)
    answer.member = request.user
    if request.method == "POST" and (done := _shared(request, answer)):
        return done
    text = copies.text_of(answer)
    context = {
        "answer": answer,
        "text": text,
        "seen": text_mark(text),
        "copies": copies.copies_of(answer, request.user, text),
    }
    return render(
        request, "worksheets/answer_share.html", context, status=409 if request.method == "POST" else 200
    )


def _shared(request, answer):
    """Share it with the one whose button was pressed. None if it has to be looked at again."""
    wanted = uuid_or_none(request.POST.get("with"))
    mentorship = get_object_or_404(services.pairs_for(request.user, answer.sheet), code=wanted)
    with show_refusal(Conflict, request=request):
        services.share_answer(answer, mentorship, by=request.user, seen=request.POST.get("seen", ""))
        partner = mentorship.partner_of(request.user)
        done = _("%(name)s can now read this answer.") % {"name": partner.first_name}
        about_mail = _("Our email to them does not include what you wrote.")
        messages.success(request, if_mailed(done, about_mail, to=partner, notification=AnswerShared))
        return redirect("answer_share", answer.code)
    return None


@member_page("POST")
def answer_stop_sharing(request, shared):
    """The other cannot read it any more."""
    shared = get_object_or_404(
        SharedAnswer.objects.select_related("mentorship__mentor", "mentorship__mentee"),
        code=shared,
        author=request.user,
    )
    services.stop_sharing(shared)
    name = shared.mentorship.partner_of(request.user).first_name
    messages.success(
        request, _("You’ve stopped sharing this answer. %(name)s can no longer read it.") % {"name": name}
    )
    answer = Answer.objects.filter(code=shared.answer_code, member=request.user)
    if "answer" in request.POST and answer.exists():
        return redirect("answer_share", shared.answer_code)
    return redirect("pair_worksheets", shared.mentorship.code)
