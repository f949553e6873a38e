"""“Could I be a mentor?”: a page of the handbook, with the way to begin."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guidance.handbook.chapters import STEP_UP, chapter
from mentoring.lib.access import before_accepting


@before_accepting
@require_safe
def could_i_be_a_mentor(request):
    """Doubts that people have, and answers; for everyone. Not found where coordinators have withdrawn it."""
    text = chapter(STEP_UP, get_language())
    if text is None:
        raise Http404
    return render(request, "outreach/could_i_be_a_mentor.html", {"text": text})
