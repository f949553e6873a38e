"""Notes for oneself alone. For everybody else, the partner too, they do not exist."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.forms.notes import OwnNoteForm
from mentorships.notes import adopt_own_notes, own_of
from mentorships.services import notes as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.notes import ended
from mentorships.views.pair import pair_context, pair_page


@pair_page("GET")
def own_note_list(request, mentorship):
    """My notes, newest first."""
    page = page_of(own_of(mentorship, request.user), request.GET.get("page"))
    notes = adopt_own_notes(page.object_list, mentorship, request.user)
    context = pair_context(request, mentorship) | {"notes": notes, "pages": pages_of(page)}
    return render(request, "mentorships/own_note_list.html", context)


@pair_page("GET", "POST")
def own_note_new(request, mentorship):
    """Write one."""
    return ended(request, mentorship, "own_note_list") or _written(
        request, mentorship, keep=partial(services.keep_own_note, mentorship, by=request.user)
    )


@pair_page("GET", "POST")
def own_note_edit(request, mentorship, own):
    """Put it in other words."""
    note = _mine(request, mentorship, own)
    return ended(request, mentorship, "own_note_list") or _written(
        request, mentorship, keep=partial(services.change_own_note, note, by=request.user), note=note
    )


def _mine(request, mentorship, code):
    """The note, if I wrote it. For the partner: the same 404 as for nothing."""
    note = get_object_or_404(own_of(mentorship, request.user), code=code)
    return adopt_own_notes([note], mentorship, request.user)[0]


def _written(request, mentorship, *, keep, note=None):
    before = {"text": plain(note, "text")} if note else None
    form = OwnNoteForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            keep(text=form.cleaned_data["text"])
            messages.success(request, _("Note saved. Only you can read it."))
            return redirect("own_note_list", mentorship.code)
    context = pair_context(request, mentorship) | {"form": form, "own": note}
    return render(request, "mentorships/own_note_form.html", context)


@pair_page("GET", "POST")
def own_note_delete(request, mentorship, own):
    """Delete one: asked first, since it cannot be undone."""
    note = _mine(request, mentorship, own)
    if request.method == "POST":
        services.delete_own_note(note)
        messages.success(request, _("Note deleted."))
        return redirect("own_note_list", mentorship.code)
    context = pair_context(request, mentorship) | {"own": note}
    return render(request, "mentorships/own_note_delete.html", context)
