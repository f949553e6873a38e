"""The orientation: one screen after another, each with a question to oneself."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guidance.orientation.screens import ROLES, screens
from mentoring.lib.access import member_page
from mentorships.models import MentorshipKind
from mentorships.views.pair import pair_or_404
from worksheets.filling import Filling
from worksheets.forms.filling import FillForm, with_both
from worksheets.listing import begun_roles
from worksheets.services import filling as services
from worksheets.sheets.orientation import slug_of


@member_page("GET")
def orientation(request):
    """For mentees and for mentors, and whether I have begun it."""
    begun = begun_roles(request.user)
    return render(request, "worksheets/orientation.html", {"begun": begun})


@member_page("GET", "POST")
def orientation_step(request, role, number):
    """One screen: what I write to its question is kept when I go on."""
    shown = screens(role, get_language()) if role in ROLES else ()
    if not 1 <= number <= len(shown):
        raise Http404
    filling = Filling(request.user, slug_of(role))
    form = FillForm(request.POST if request.method == "POST" else None, filling=filling)
    status = 200
    if request.method == "POST":
        typed = form.typed()
        clashes = services.save_answers(filling, typed, page=form.page)
        if not clashes and not form.unkept():
            return _go_on(request, filling, role, number, len(shown))
        if clashes and not form.unkept():
            filling = Filling(request.user, filling.slug)
            form, status = with_both(filling, typed, clashes), 409
    question = form.questions({})[number - 1]
    question.field.help_text = ""  # the screen itself
    context = {
        "screen": shown[number - 1],
        "question": question,
        "form": form,
        "role": role,
        "number": number,
        "count": len(shown),
        "clashes": status == 409,
        "draft": filling.url("worksheet_draft"),
    }
    return render(request, "worksheets/orientation_step.html", context, status=status)


def _go_on(request, filling, role, number, count):
    if "back" in request.POST and number > 1:
        return redirect("orientation_step", role, number - 1)
    if number < count:
        return redirect("orientation_step", role, number + 1)
    services.begin_sheet(filling)
    messages.success(request, _("That’s it. You can come back to your answers at any time."))
    return redirect("orientation")


@member_page("POST")
def orientation_later(request, role):
    """Not now: it is no longer offered on mentorship pages, and stays where it is."""
    if role not in ROLES:
        raise Http404
    services.begin_sheet(Filling(request.user, slug_of(role)))
    messages.success(request, _("We will not offer it again. You can find it under Worksheets."))
    return redirect("home")


@member_page("GET")
def pair_orientation(request, code):
    """The one for who I am in this mentorship; peers choose."""
    mentorship = pair_or_404(request, code)
    if mentorship.kind == MentorshipKind.PEERS:
        return redirect("orientation")
    role = "mentor" if mentorship.mentor_id == request.user.pk else "mentee"
    return redirect("orientation_step", role, 1)
