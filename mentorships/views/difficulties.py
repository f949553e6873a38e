"""When things go badly: the staged way through, and beside it the ways out."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conduct import rules as conduct_rules
from conduct import services as conduct
from conduct.forms import PairHelpForm
from conduct.models import CaseKind
from conduct.views import help_page, say_what_happens_next
from mentoring.lib.access import login_required_keep_post
from mentorships import difficulties, services
from mentorships.views.pair import pair_context, pair_or_404


@require_safe
@login_required_keep_post
def mentorship_trouble(request, code):
    """Talk, pause, private help, an ending; and leave, report, block."""
    mentorship = pair_or_404(request, code)
    said = {"first_lines": difficulties.FIRST_LINES, "advice": difficulties.ADVICE}
    context = pair_context(request, mentorship) | said
    return render(request, "mentorships/mentorship_trouble.html", context)


@require_POST
@login_required_keep_post
def mentorship_leave(request, code):
    """Out, at once: no reason, no talk, no further page."""
    mentorship = pair_or_404(request, code)
    if "sure" not in request.POST:
        messages.error(request, _("Nothing has changed. Tick the box first, then leave."))
        return redirect("mentorship_trouble", code)
    try:
        services.end(mentorship, by=request.user)
    except services.MentorshipMoveNotAllowed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("You have left. It has ended, and nobody asks you why."))
    return redirect("mentorship_trouble", code)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def mentorship_help(request, code):
    """Ask the coordinators; whom it is about stays untold unless wished."""
    mentorship = pair_or_404(request, code)
    context = pair_context(request, mentorship)
    form = PairHelpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        about = context["other"] if form.cleaned_data["say_who"] else None
        text = form.cleaned_data["text"]
        case = conduct.open_case(member=request.user, kind=CaseKind.HELP, text=text, about=about)
        return say_what_happens_next(request, case)
    context |= help_page(request, form)
    context["other_reads"] = conduct_rules.case_readers().filter(pk=context["other"].pk).exists()
    return render(request, "conduct/help_new.html", context)
