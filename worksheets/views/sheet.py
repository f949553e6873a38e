"""One worksheet: written on, printed, deleted. The same pages alone and within a mentorship."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentorships.views.pair import pair_context, pair_or_404
from worksheets.filling import Filling
from worksheets.forms.filling import FillForm, with_both
from worksheets.services import filling as services


def sheet_page(*methods):
    """A page of one sheet: `@member_page`, and the view is given the Filling, not the slug and the pair's code."""

    def decorate(view):
        @member_page(*methods)
        @wraps(view)
        def page(request, slug, code=None):
            filling = Filling(request.user, slug, pair_or_404(request, code) if code else None)
            if not filling.exists:
                raise Http404
            return view(request, filling)

        return page

    return decorate


def sheet_context(request, filling):
    """What every page of a sheet needs."""
    pair = pair_context(request, filling.mentorship) if filling.mentorship else {}
    names = ("draft", "print", "empty", "delete")
    urls = {name: filling.url(f"worksheet_{name}") for name in names}
    return pair | {"filling": filling, "sheet": filling.sheet, "urls": urls}


@sheet_page("GET", "POST")
def worksheet(request, filling):
    """Write on it: kept as typed, and by a button."""
    form = FillForm(request.POST if request.method == "POST" else None, filling=filling)
    status, clashes = 200, set()
    if request.method == "POST":
        typed = form.typed()
        clashes = services.save_answers(filling, typed, page=form.page)
        if not clashes and not form.unkept():
            messages.success(request, _("Saved."))
            return redirect(filling)
        if clashes and not form.unkept():
            filling = Filling(request.user, filling.slug, filling.mentorship)
            form, status = with_both(filling, typed, clashes), 409
    questions = form.questions(filling.shared)
    context = sheet_context(request, filling) | {"form": form, "questions": questions, "clashes": clashes}
    return render(request, "worksheets/worksheet.html", context, status=status)


@sheet_page("POST")
def worksheet_draft(request, filling):
    """Keep what is being typed. Called by the page itself; says only whether it is done."""
    form = FillForm(request.POST, filling=filling)
    clashes = services.save_answers(filling, form.typed(), page=form.page)
    if clashes:
        return HttpResponse(status=409)
    return HttpResponse(status=422 if form.unkept() else 204)


@sheet_page("GET")
def worksheet_print(request, filling):
    """For paper, with what was written; where nothing was, with lines to write on."""
    return render(request, "worksheets/worksheet_print.html", sheet_context(request, filling))


@sheet_page("GET")
def worksheet_empty(request, filling):
    """For paper, with lines to write on."""
    if filling.sheet is None:
        raise Http404
    context = sheet_context(request, filling) | {"empty": True}
    return render(request, "worksheets/worksheet_print.html", context)


@sheet_page("GET", "POST")
def worksheet_delete(request, filling):
    """Delete what I wrote on it: asked first, since it cannot be undone."""
    if filling.filled is None:
        return redirect(filling)
    if request.method == "POST":
        services.delete_filled(filling)
        messages.success(request, _("Answers deleted."))
        return (
            redirect("pair_worksheets", filling.mentorship.code)
            if filling.mentorship
            else redirect("worksheet_list")
        )
    return render(request, "worksheets/worksheet_delete.html", sheet_context(request, filling))
