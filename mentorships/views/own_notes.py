"""Notes for oneself alone. For everybody else, the partner too, they do not exist."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.lib.access import login_required_keep_post
from mentoring.lib.paging import page_of, pages_of
from mentorships.forms.notes import OwnNoteForm
from mentorships.notes import adopt_own_notes, own_of
from mentorships.services import notes as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.notes import ended
from mentorships.views.pair import pair_context, pair_or_404


@sensitive_variables()
@require_safe
@login_required_keep_post
def own_note_list(request, code):
    """My notes, newest first."""
    mentorship = pair_or_404(request, code)
    page = page_of(own_of(mentorship, request.user), request.GET.get("page"))
    notes = adopt_own_notes(page.object_list, mentorship, request.user)
    context = pair_context(request, mentorship) | {"notes": notes, "pages": pages_of(page)}
    return render(request, "mentorships/own_note_list.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def own_note_new(request, code):
    """Write one."""
    mentorship = pair_or_404(request, code)
    return ended(request, mentorship, "own_note_list") or _written(
        request,
        mentorship,
        lambda text: services.keep_own_note(mentorship, by=request.user, text=text),
    )


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def own_note_edit(request, code, own):
    """Put it in other words."""
    mentorship, row = _mine(request, code, own)
    return ended(request, mentorship, "own_note_list") or _written(
        request,
        mentorship,
        lambda text: services.change_own_note(row, by=request.user, text=text),
        row,
    )


def _mine(request, code, own):
    """(the pair, the note) if I wrote it. For the partner: the same 404 as for nothing."""
    mentorship = pair_or_404(request, code)
    row = get_object_or_404(own_of(mentorship, request.user), code=own)
    return mentorship, adopt_own_notes([row], mentorship, request.user)[0]


def _written(request, mentorship, keep, row=None):
    before = {"text": plain(row, "text")} if row else None
    form = OwnNoteForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        try:
            keep(form.cleaned_data["text"])
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kept. Only you can read it."))
            return redirect("own_note_list", mentorship.code)
    context = pair_context(request, mentorship) | {"form": form, "own": row}
    return render(request, "mentorships/own_note_form.html", context)


@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def own_note_delete(request, code, own):
    """Delete one: asked first, since it cannot be undone."""
    mentorship, row = _mine(request, code, own)
    if request.method == "POST":
        services.delete_own_note(row)
        messages.success(request, _("The note is gone."))
        return redirect("own_note_list", code)
    context = pair_context(request, mentorship) | {"own": row}
    return render(request, "mentorships/own_note_delete.html", context)
