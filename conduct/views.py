"""Private help: what I told the coordinators, and what they answered. And photos, but not of the blocked."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from conduct import rules, services
from conduct.forms import AgainForm, HelpForm, MoreForm
from conduct.models import Block, Case, CaseKind
from conduct.notifications import CaseAnswered
from mail.reach import gets_mail
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from profiles import views as profiles


@member_page("GET")
def help_list(request):
    """Mine, newest first."""
    rows = Case.objects.filter(member=request.user).order_by("-opened_at", "-pk")
    page = page_of(rows, request.GET.get("page"))
    return render(request, "conduct/help_list.html", {"cases": page, "pages": pages_of(page)})


@member_page("GET", "POST")
def help_new(request):
    """Ask the coordinators for help, with or without a mentorship."""
    form = HelpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with show_refusal(services.TooManyTexts, form=form, field="text"):
            case = services.open_case(member=request.user, kind=CaseKind.HELP, text=form.cleaned_data["text"])
            return say_what_happens_next(request, case)
    return render(request, "conduct/help_new.html", help_page(request, form))


def help_page(request, form):
    """What the form of asking for help says about who will read it."""
    return {"form": form, "readers": rules.case_readers(but=[request.user])}


def say_what_happens_next(request, case):
    """Say what happens next."""
    if gets_mail(request.user, CaseAnswered):
        sent = _("Sent. We’ll email you when there’s an answer, and you can read it here.")
    else:
        sent = _("Sent. The answer will appear on this page.")
    messages.success(request, sent)
    return redirect(case)


@member_page("GET")
def help_detail(request, code):
    """What I said, what I put in, what was answered."""
    return render(request, "conduct/help_detail.html", _page(request, _mine_or_404(request, code)))


@member_page("POST")
def help_say(request, code):
    """Add something."""
    case = _mine_or_404(request, code)
    form = MoreForm(request.POST)
    if not form.is_valid():
        return render(request, "conduct/help_detail.html", _page(request, case, form), status=422)
    added = _("Added. We’ve told the coordinators there’s something new to read.")
    with show_refusal(services.IsClosed, services.TooManyTexts, form=form, field="text"):
        services.add_text(case, author=request.user, text=form.cleaned_data["text"])
        messages.success(request, added)
        return redirect(case)
    page = _page(request, case, form) | {"may_add": True}
    return render(request, "conduct/help_detail.html", page, status=409)


@member_page("POST")
def help_close(request, code):
    """Enough. It stays readable."""
    case = _mine_or_404(request, code)
    services.close_case(case)
    messages.success(request, _("Closed. You can still read everything here."))
    return redirect(case)


@member_page("POST")
def help_again(request, code):
    """Open it again, with something to add."""
    case = _mine_or_404(request, code)
    form = AgainForm(request.POST)
    if form.is_valid():
        with show_refusal(services.IsOpen, services.TooManyTexts, form=form, field="text"):
            services.write_again(case, author=request.user, text=form.cleaned_data["text"])
            messages.success(
                request, _("Opened again. We’ve told the coordinators there’s something new to read.")
            )
            return redirect(case)
    page = _page(request, case) | {"again_form": form, "may_write_again": True}
    return render(request, "conduct/help_detail.html", page, status=422)


def _mine_or_404(request, code):
    cases = Case.objects.filter(member=request.user).select_related("about")
    case = get_object_or_404(cases, code=code)
    case.member = request.user
    return case


def _page(request, case, form=None):
    return {
        "case": case,
        "texts": services.texts_of_case(case),
        "mailed": gets_mail(request.user, CaseAnswered),
        "readers": rules.case_readers(but=(case.member, case.about)),
        "may_add": rules.may_add(request.user, case),
        "form": form or MoreForm(),
        "may_write_again": rules.may_write_again(request.user, case),
        "again_form": AgainForm(),
    }


@member_page("GET")
def photo(request, name, size):
    """A photo, for signed-in members; not of somebody one keeps apart from."""
    me = request.user
    if Block.objects.filter(Q(by=me, whom__photo=name) | Q(whom=me, by__photo=name)).exists():
        raise Http404
    return profiles.photo(request, name=name, size=size)
