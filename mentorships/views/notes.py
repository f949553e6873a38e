"""Notes of both: every version stays, and nobody's words are written over."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships import rules
from mentorships.forms.notes import SharedNoteForm
from mentorships.notes import history, merged, newest_of
from mentorships.services import notes as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.pair import number_in, pair_context, pair_page

TEXTS = ("title", "text")


@pair_page("GET")
def note_list(request, mentorship):
    """The notes of both, the one changed last on top."""
    page = page_of(newest_of(mentorship), request.GET.get("page"))
    context = pair_context(request, mentorship) | {
        "versions": mentorship.adopt(page.object_list),
        "pages": pages_of(page),
    }
    return render(request, "mentorships/note_list.html", context)


@pair_page("GET")
def note_detail(request, mentorship, note):
    """A note as it stands, and who wrote it when."""
    note = get_object_or_404(mentorship.notes, code=note)
    return _page(request, mentorship, note, note.versions.first())


@pair_page("GET")
def note_version(request, mentorship, note, number):
    """A note as it was."""
    note = get_object_or_404(mentorship.notes, code=note)
    return _page(request, mentorship, note, get_object_or_404(note.versions, number=number))


def _page(request, mentorship, note, version):
    mentorship.adopt([version])
    page = page_of(
        note.versions.values("number", "author_id", "written_at"), request.GET.get("page"), size=50
    )
    newest = note.versions.values_list("number", flat=True).first()
    context = {
        "version": version,
        "history": history(page, mentorship),
        "newest": newest,
        "pages": pages_of(page),
    }
    context |= pair_context(request, mentorship)
    return render(request, "mentorships/note_detail.html", context)


def ended(request, mentorship, back):
    """Back to where it is read, once nothing can be added any more. None before."""
    if request.method == "POST" or rules.may_write(request.user, mentorship):
        return None
    messages.info(request, _("This mentorship has ended. You can still read its notes."))
    return redirect(back, mentorship.code)


@pair_page("GET", "POST")
def note_new(request, mentorship):
    """A new note of both."""
    form = SharedNoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            version = services.begin_note(mentorship, by=request.user, **form.cleaned_data)
            return _kept(request, mentorship, version)
    return ended(request, mentorship, "note_list") or _form(request, mentorship, form)


def _form(request, mentorship, form, status=200, **more):
    context = pair_context(request, mentorship) | {"form": form} | more
    return render(request, "mentorships/note_form.html", context, status=status)


def _kept(request, mentorship, version):
    name = mentorship.partner_of(request.user).name
    messages.success(request, _("Note saved. %(name)s can read it here too.") % {"name": name})
    return redirect("note_detail", mentorship.code, version.note.code)


@pair_page("GET", "POST")
def note_edit(request, mentorship, note):
    """Write on, from the newest version."""
    note = get_object_or_404(mentorship.notes, code=note)
    if request.method == "POST":
        return _saved(request, mentorship, note)
    newest = note.versions.first()
    form = SharedNoteForm(initial={name: plain(newest, name) for name in TEXTS})
    return ended(request, mentorship, "note_list") or _form(
        request, mentorship, form, note=note, base=newest.number
    )


def _saved(request, mentorship, note):
    """Keep what was posted. If the other saved in between, show both texts put together."""
    form, base = SharedNoteForm(request.POST), number_in(request.POST.get("base"))
    if form.is_valid():
        try:
            version = services.save_version(note, by=request.user, base=base, **form.cleaned_data)
        except services.WrittenMeanwhile as error:
            newest = note.versions.first()
            form = SharedNoteForm(merged(note, newest, base=base, mine=form.cleaned_data))
            return _form(
                request, mentorship, form, status=409, note=note, base=newest.number, meanwhile=str(error)
            )
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            return _kept(request, mentorship, version)
    return _form(request, mentorship, form, note=note, base=base)
