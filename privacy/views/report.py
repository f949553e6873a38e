"""Report what happened in a mentorship, with texts of one's own choice."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from conduct import rules as conduct_rules
from conduct.services import TooManyTexts
from mentoring.lib.pages import show_refusal
from mentorships.views.pair import pair_context, pair_page
from privacy import reporting
from privacy.forms import ReportForm


@pair_page("GET", "POST")
def mentorship_report(request, mentorship):
    """Write what happened, pick texts or none, send it to the coordinators."""
    context = pair_context(request, mentorship)
    texts = reporting.pickable(mentorship, request.user)
    form = ReportForm(request.POST if request.method == "POST" else None, texts)
    if form.is_valid():
        with show_refusal(TooManyTexts, form=form, field="text"):
            case = reporting.report(
                mentorship,
                reporter=request.user,
                text=form.cleaned_data["text"],
                picked=form.picked,
                stop_reminders=form.cleaned_data["stop_reminders"],
            )
            messages.success(
                request,
                _(
                    "Report sent to the coordinators. We have not told anyone else. You can read the "
                    "coordinators’ answer here."
                ),
            )
            return redirect(case)
    context |= {
        "form": form,
        "months": list(reporting.by_month(texts, {text.key for text in form.picked})),
        "readers": conduct_rules.case_readers(but=[request.user, context["other"]]),
    }
    return render(request, "privacy/report.html", context)
