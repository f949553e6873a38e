"""Inviting somebody to record a mentorship that began elsewhere, and answering that."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentorships.forms.recording import InviteForm
from mentorships.models import Invitation, Mentorship
from mentorships.services import recording
from profiles.vocabulary import words


@member_page("GET", "POST")
def mentorship_record(request):
    """Invite the other one of a mentorship that exists already."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _invited(request, form):
        return redirect("mentorship_record")
    context = {"form": form, "waiting": recording.open_by(request.user).order_by("sent_at")}
    return render(request, "mentorships/mentorship_record.html", context)


def _invited(request, form):
    data = dict(form.cleaned_data)
    by_mentor = data.pop("role") == "mentor"
    invited = _(
        "Your invitation is on its way. If they confirm, you’ll see the mentorship on your home page."
    )
    with show_refusal(recording.CannotInvite, form=form, field="address"):
        recording.invite(by=request.user, by_mentor=by_mentor, **data)
        messages.success(request, invited)
        return True
    return False


@member_page("POST")
def invitation_withdraw(request, code):
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation, code=code, by=request.user)
    try:
        recording.withdraw_invitation(invitation, by=request.user)
    except recording.Decided as error:
        messages.info(request, str(error))
    else:
        messages.success(request, _("Invitation withdrawn. The link in the email no longer works."))
    return redirect("mentorship_record")


@member_page("GET")
def invitation(request, code):
    """An invitation, for the one it was sent to. To everybody else it looks like none at all."""
    opened = _mine(request, code)
    if opened is None:
        return _begun_or_none(request, code)
    context = {
        "invitation": opened,
        "focus": words().name("helps_with", opened.focus),
        "style": words().name("style", opened.style),
    }
    return render(request, "mentorships/invitation.html", context)


def _mine(request, code):
    return next((opened for opened in recording.open_to(request.user) if opened.code == code), None)


def _begun_or_none(request, code):
    """To the mentorship it led to, for the two who have it; else as if there had never been one."""
    mentorships = Mentorship.objects.visible_to(request.user)
    begun = Invitation.objects.filter(code=code, mentorship__in=mentorships).first()
    if begun:
        return redirect(begun.mentorship)
    return render(request, "mentorships/invitation_none.html", status=404)


@member_page("POST")
def invitation_answer(request, code):
    """Confirm, or say no."""
    opened = _mine(request, code)
    if opened is None:
        return _begun_or_none(request, code)
    try:
        if "confirm" in request.POST:
            mentorship = recording.accept_invitation(opened, member=request.user)
            messages.success(
                request, _("Confirmed. This is your mentorship page, and only the two of you can open it.")
            )
            return redirect(mentorship)
        recording.decline_invitation(opened, member=request.user)
    except recording.REFUSALS as error:
        if _mine(request, code):
            messages.error(request, str(error))
        return redirect("invitation", code)
    messages.success(
        request, _("Invitation declined. We do not give a reason, and we will not email you about it again.")
    )
    return redirect("mentorship_list")
