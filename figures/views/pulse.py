"""The two questions of the year, for a member."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from figures import pulse as services
from figures.forms import PulseForm
from mentoring.lib.access import before_accepting, member_page


@before_accepting
@member_page("GET", "POST")
def pulse(request):
    """Answer once a year. Without a question that waits the page says so."""
    waiting = services.waiting(request.user)
    form = PulseForm(request.POST if request.method == "POST" and waiting else None)
    if request.method == "POST" and not waiting:
        return _answered_already(request)
    if form.is_valid():
        try:
            services.take_answers(request.user, form.cleaned_data)
        except services.AnsweredAlready:
            return _answered_already(request)
        messages.success(
            request, _("Thank you. Your answers are counted, and nobody can tell that they are yours.")
        )
        return redirect("home")
    return render(request, "figures/pulse.html", {"form": form, "waiting": waiting})


def _answered_already(request):
    messages.error(request, _("There is nothing to answer right now. You may have answered already."))
    return redirect("pulse")
