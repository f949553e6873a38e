"""Still willing: one click in the mail, one confirm here."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.access import before_accepting, member_page
from reminders.links import read_yes
from reminders.models import Question
from reminders.services import questions


@before_accepting
@member_page("GET", "POST")
def still_willing(request, token):
    """Say yes, or see that it was said. Later than the day, a yes brings the profile back."""
    number = read_yes(token)
    if number is None or not request.user.is_mentor:
        raise Http404
    question = get_object_or_404(Question, pk=number, to=request.user)
    if request.method == "POST":
        if questions.say_yes(question, timezone.now()):
            messages.success(request, _("Thank you. Your profile is on the list."))
        return redirect("mentor_profile")
    return render(request, "reminders/still_willing.html", {"question": question})
