"""A rest, and going on."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.lib.access import login_required_keep_post
from mentorships import services
from mentorships.forms.parting import PauseForm
from mentorships.models import MentorshipStatus
from mentorships.services import parting
from mentorships.views.pair import pair_context, pair_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def mentorship_pause(request, code):
    """Rest for a while; the other is told."""
    mentorship = pair_or_404(request, code)
    if mentorship.status != MentorshipStatus.ACTIVE:
        messages.info(
            request, _("This mentorship is not going on just now; there is nothing to pause.")
        )
        return redirect(mentorship)
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _step(request, mentorship, _("Paused. Take it up again whenever you like."),
                     lambda: parting.rest(mentorship, by=request.user, **form.cleaned_data))  # fmt: skip
    context = pair_context(request, mentorship) | {"form": form}
    return render(request, "mentorships/mentorship_pause.html", context)


@require_POST
@login_required_keep_post
def mentorship_resume(request, code):
    """Go on; the other is told."""
    mentorship = pair_or_404(request, code)
    return _step(request, mentorship, _("It goes on. A short line is enough to find back into it."),
                 lambda: parting.go_on(mentorship, by=request.user))  # fmt: skip


def _step(request, mentorship, said, step):
    try:
        step()
    except services.MentorshipMoveNotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return redirect(mentorship)
