"""The end of a mentorship."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.lib.access import member_only
from mentorships import services
from mentorships.models import Status
from mentorships.views.pair import pair_context, pair_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@member_only
def mentorship_end(request, code):
    """End it: no reason asked. What was written stays readable for the two."""
    mentorship = pair_or_404(request, code)
    if request.method == "POST":
        try:
            services.end(mentorship, by=request.user)
        except services.MoveNotAllowed as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request, _("This mentorship has ended. Its archive stays with you both.")
            )
        return redirect(mentorship)
    if mentorship.status == Status.ENDED:
        return redirect(mentorship)
    return render(request, "mentorships/mentorship_end.html", pair_context(request, mentorship))
