"""The first steps of somebody new: three short pages, each of which can be skipped, and then mentors to think of."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from mentoring.lib.access import member_page
from profiles import services
from profiles.forms.first_steps import LanguagesForm, LookingForForm, WhereForm
from profiles.models import Member

STEPS = {
    "looking-for": (LookingForForm, _("What are you looking for?")),
    "where": (WhereForm, _("Where are you, and when do you have time?")),
    "languages": (LanguagesForm, _("Which languages do you speak?")),
}
ORDER = list(STEPS)
AFTERWARDS = "first_mentors"  # in a room above: it knows the mentors


@member_page("GET", "POST")
def first_step(request, part):
    """One of the steps. What is filled in is kept on every way out but "skip"."""
    if part not in STEPS:
        raise Http404
    if "skip-all" in request.POST:
        services.finish_first_steps(request.user)
        return redirect("home")
    if "skip" in request.POST:
        return _next(request, part)
    member = Member.objects.get(pk=request.user.pk)
    form_class, title = STEPS[part]
    form = form_class(
        request.POST if request.method == "POST" else None, member=member, spoken=_spoken(request)
    )
    if form.is_valid():
        services.save_member(member, fields=form.save_into(member))
        return redirect("first_step", _before(part)) if "back" in request.POST else _next(request, part)
    context = {
        "form": form,
        "title": title,
        "number": ORDER.index(part) + 1,
        "count": len(ORDER),
        "first": part == ORDER[0],
    }
    return render(request, "profiles/first_step.html", context, status=422 if form.errors else 200)


def _spoken(request):
    """The languages that the browser asks for, the best first."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500])
    return [code for code, _weight in asked]


def _before(part):
    return ORDER[max(ORDER.index(part) - 1, 0)]


def _next(request, part):
    after = ORDER.index(part) + 1
    if after < len(ORDER):
        return redirect("first_step", ORDER[after])
    services.finish_first_steps(request.user)
    return redirect(AFTERWARDS)
