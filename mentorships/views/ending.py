"""The end of a mentorship, and what comes after it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mail.reach import if_mailed
from mentoring.lib.vault import CannotOpen
from mentorships import services
from mentorships.forms.parting import EndForm, ReflectionForm, ThanksForm
from mentorships.models import MentorshipStatus
from mentorships.notifications import ThanksGiven
from mentorships.services import parting
from mentorships.services.locking import Conflict
from mentorships.views.pair import pair_context, pair_page


@pair_page("GET", "POST")
def mentorship_end(request, mentorship):
    """End it, with thanks and a reflection if wished. Afterwards: looking back, and ways on."""
    if mentorship.status == MentorshipStatus.ENDED and request.method != "POST":
        return _afterwards(request, mentorship)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            parting.conclude(mentorship, by=request.user, **form.cleaned_data)
        except services.MentorshipMoveNotAllowed:
            return _ended_meanwhile(request, mentorship, form)
        messages.success(request, _("Mentorship ended. You can both still read everything you wrote."))
        return redirect("mentorship_end", mentorship.code)
    context = pair_context(request, mentorship) | {"form": form}
    return render(request, "mentorships/mentorship_end.html", context)


def _ended_meanwhile(request, mentorship, form):
    """The other was quicker: what was typed stands in the forms of the page after the end."""
    if any(form.cleaned_data.values()):
        messages.info(
            request,
            _("This mentorship had already ended. What you wrote is still here, and you can save it below."),
        )
    else:
        messages.info(request, _("This mentorship had already ended."))
    mentorship.refresh_from_db(fields=["status", "ended_at"])
    return _afterwards(request, mentorship, **form.cleaned_data)


def _afterwards(
    request, mentorship, *, thanks="", reflection="", thanks_form=None, own_form=None, refused="", unsent=""
):
    theirs = mine = None
    for thanks_row in mentorship.adopt(mentorship.thanks.all()):
        if thanks_row.author_id == request.user.pk:
            mine = thanks_row
        else:
            theirs = thanks_row
    note = parting.reflection_of(mentorship, request.user)
    context = pair_context(request, mentorship) | {
        "theirs": theirs,
        "mine": mine,
        "thanks_form": thanks_form or ThanksForm(initial={"thanks": thanks}),
        "refused": refused,
        "unsent": unsent,
        "own_form": own_form or ReflectionForm(initial={"reflection": reflection or _words(note)}),
    }
    status = 409 if refused else 200
    return render(request, "mentorships/mentorship_afterwards.html", context, status=status)


def _words(note):
    try:
        return note.text if note else ""
    except CannotOpen:
        return ""


@pair_page("POST")
def mentorship_thank(request, mentorship):
    """Say thanks after the end."""
    form = ThanksForm(request.POST)
    if mentorship.status != MentorshipStatus.ENDED:
        return redirect("mentorship_end", mentorship.code)
    if not form.is_valid():
        return _afterwards(request, mentorship, thanks_form=form)
    try:
        parting.thank(mentorship, author=request.user, text=form.cleaned_data["thanks"])
    except Conflict as error:
        return _not_said(request, mentorship, form.cleaned_data["thanks"], str(error))
    told = _("Our email does not include what you wrote.")
    other = mentorship.partner_of(request.user)
    messages.success(request, if_mailed(_("Thanks sent."), told, to=other, notification=ThanksGiven))
    return redirect("mentorship_end", mentorship.code)


def _not_said(request, mentorship, text, why):
    """Other thanks stand there, or none can be said: what was typed comes back, unless it is a second click."""
    same = [thanks for thanks in mentorship.adopt(mentorship.thanks.all()) if _words(thanks) == text]
    if same:
        messages.info(request, why)
        return redirect("mentorship_end", mentorship.code)
    return _afterwards(request, mentorship, refused=why, unsent=text)


@pair_page("POST")
def mentorship_reflect(request, mentorship):
    """Keep a reflection, for oneself."""
    form = ReflectionForm(request.POST)
    if mentorship.status != MentorshipStatus.ENDED:
        return redirect("mentorship_end", mentorship.code)
    if not form.is_valid():
        return _afterwards(request, mentorship, own_form=form)
    parting.reflect(mentorship, author=request.user, text=form.cleaned_data["reflection"])
    messages.success(request, _("Reflection saved. Only you can read it."))
    return redirect("mentorship_end", mentorship.code)
