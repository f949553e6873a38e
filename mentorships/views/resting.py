"""Letting a mentorship rest: one suggests it, the other agrees."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentorships.models.mentorship import WITH_PLACE
from mentorships.services import MentorshipMoveNotAllowed, resting
from mentorships.views.pair import pair_context, pair_page


@pair_page("GET", "POST")
def mentorship_rest(request, mentorship):
    """Suggest it, agree to it, or take the suggestion away."""
    if mentorship.status not in WITH_PLACE:
        messages.info(request, _("This mentorship is not active at the moment, so it can’t be left to rest."))
        return redirect(mentorship)
    if request.method == "POST":
        with show_refusal(MentorshipMoveNotAllowed, request=request):
            messages.success(
                request, _dropped(mentorship) if "drop" in request.POST else _said(request, mentorship)
            )
        return redirect(mentorship)
    context = pair_context(request, mentorship) | {
        "proposed_by_me": mentorship.rest_proposed_by_id == request.user.pk,
        "proposed_by_other": mentorship.rest_proposed_by_id == mentorship.partner_of(request.user).pk,
    }
    return render(request, "mentorships/mentorship_rest.html", context)


def _dropped(mentorship):
    resting.drop_rest_proposal(mentorship)
    return _("Your mentorship continues as before.")


def _said(request, mentorship):
    other = mentorship.partner_of(request.user)
    if resting.propose_rest(mentorship, by=request.user):
        return _("Your mentorship is resting now. You can take it up again whenever you both like.")
    return _("It will rest once %(name)s agrees. Until then, everything stays as it is.") % {
        "name": other.first_name
    }
