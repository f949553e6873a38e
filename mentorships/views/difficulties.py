"""When things go badly: the staged way through, and beside it the ways out."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from conduct import rules as conduct_rules
from conduct import services as conduct
from conduct.forms import PairHelpForm
from conduct.models import CaseKind
from conduct.views import help_page, say_what_happens_next
from guidance import difficulties
from mentoring.lib.pages import show_refusal
from mentorships import services
from mentorships.views.pair import pair_context, pair_page


@pair_page("GET")
def mentorship_trouble(request, mentorship):
    """Talk, pause, private help, an ending; and leave, report, block."""
    context = pair_context(request, mentorship) | {
        "first_lines": difficulties.FIRST_LINES,
        "advice": difficulties.ADVICE,
    }
    return render(request, "mentorships/mentorship_trouble.html", context)


@pair_page("POST")
def mentorship_leave(request, mentorship):
    """Out, at once: no reason, no talk, no further page."""
    if "sure" not in request.POST:
        messages.error(
            request, _("Nothing has changed. Select the box first, then choose “Leave mentorship”.")
        )
        return redirect("mentorship_trouble", mentorship.code)
    with show_refusal(services.MentorshipMoveNotAllowed, request=request):
        services.end(mentorship, by=request.user)
        messages.success(request, _("You’ve left. The mentorship has ended, and nobody will ask you why."))
    return redirect("mentorship_trouble", mentorship.code)


@pair_page("GET", "POST")
def mentorship_help(request, mentorship):
    """Ask the coordinators; whom it is about stays untold unless wished."""
    context = pair_context(request, mentorship)
    form = PairHelpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        about = context["other"] if form.cleaned_data["say_who"] else None
        text = form.cleaned_data["text"]
        with show_refusal(conduct.TooManyTexts, form=form, field="text"):
            case = conduct.open_case(member=request.user, kind=CaseKind.HELP, text=text, about=about)
            return say_what_happens_next(request, case)
    context |= help_page(request, form)
    context["other_reads"] = conduct_rules.case_readers().filter(pk=context["other"].pk).exists()
    return render(request, "conduct/help_new.html", context)
