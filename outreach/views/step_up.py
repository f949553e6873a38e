"""For whoever wonders, signed in or not."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from mentoring.lib.access import before_accepting
from outreach.step_up import step_up_text


@before_accepting
@require_safe
def could_i_be_a_mentor(request):
    """The shipped text, and at its end the way to offer to mentor. Nobody counts who reads it."""
    return render(request, "outreach/could_i_be_a_mentor.html", {"text": step_up_text()})
