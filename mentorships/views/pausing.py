"""A pause, and going on after a pause or a rest."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentorships import services
from mentorships.forms.parting import PauseForm
from mentorships.models import MentorshipStatus
from mentorships.services import parting
from mentorships.views.pair import pair_context, pair_page
from profiles.services import NoRoom


@pair_page("GET", "POST")
def mentorship_pause(request, mentorship):
    """Stop for a while; the other is told."""
    if mentorship.status != MentorshipStatus.ACTIVE:
        messages.info(request, _("This mentorship is not active at the moment, so there’s nothing to pause."))
        return redirect(mentorship)
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with show_refusal(services.MentorshipMoveNotAllowed, request=request):
            parting.pause_and_tell(mentorship, by=request.user, **form.cleaned_data)
            messages.success(request, _("Mentorship paused. You can resume whenever you like."))
        return redirect(mentorship)
    context = pair_context(request, mentorship) | {"form": form}
    return render(request, "mentorships/mentorship_pause.html", context)


@pair_page("POST")
def mentorship_resume(request, mentorship):
    """Go on; the other is told."""
    resumed = _("Mentorship resumed. A short message is enough to get going again.")
    with show_refusal(services.MentorshipMoveNotAllowed, NoRoom, request=request):
        parting.resume_and_tell(mentorship, by=request.user)
        messages.success(request, resumed)
    return redirect(mentorship)
