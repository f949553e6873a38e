"""Worksheets on the staff site: the list, a new one, one page for each sheet and language."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from configuration.admin import pages
from configuration.models import TextChange, TextKind
from configuration.services import ChangedMeanwhile
from configuration.services.texts import holding_texts
from configuration.texts.kinds import TEXT_PAGES, TextPages
from mentoring.lib.pages import show_refusal
from worksheets.forms.sheets import NewSheetForm, SheetForm
from worksheets.services import sheets as services
from worksheets.sheets.catalogue import OWN, SLUGS, installed_text, languages_for, shipped_text
from worksheets.sheets.markdown import read_sheet
from worksheets.staff_texts import is_name

LABEL = gettext_lazy("Worksheets")


def urls(model_admin, wrap):
    """The addresses of these pages."""
    return [
        path("worksheets/", wrap(sheet_list, model_admin), name="worksheet_text_list"),
        path("worksheets/new/", wrap(sheet_new, model_admin), name="worksheet_text_new"),
        path("worksheets/<slug:name>/offered/", wrap(sheet_offered, model_admin), name="worksheet_offered"),
        path("worksheets/<slug:language>/<slug:name>/", wrap(sheet_text, model_admin), name="worksheet_text"),
    ]


def sheet_list(model_admin, request):
    """All sheets, whether they are offered, and in which languages their text has been changed."""
    pages.only_coordinators(model_admin, request)
    holding = {
        (key.name, key.language): change for key, change in holding_texts(kind=TextKind.WORKSHEET).items()
    }
    listed = [_listed(name, holding) for name in (*SLUGS, *services.added_names())]
    return pages.page(model_admin, request, "worksheet_list", LABEL, sheets=listed)


def _listed(name, holding):
    """What the list shows of one sheet."""
    changes = {code: holding.get((name, code)) for code in pages.LANGUAGES}
    texts = {code: change.text if change else None for code, change in changes.items()}
    offered = any(text or (text is None and shipped_text(name, code)) for code, text in texts.items())
    languages = [(code, label, bool(texts[code])) for code, label in pages.LANGUAGES.items()]
    return {"name": name, "title": _title(name, changes), "offered": offered, "languages": languages}


def _title(name, changes):
    """As readers of the coordinator's language have it; of one that is withdrawn, as they had it."""
    for code in languages_for(get_language()):
        change = changes.get(code)
        text = (change and (change.text or change.before)) or shipped_text(name, code)
        if text:
            return read_sheet(text, slug=name, language=code).title
    return name


def sheet_text(model_admin, request, language, name):
    """The text of one sheet in one language: preview, save, history."""
    pages.only_coordinators(model_admin, request)
    added = name.startswith(OWN)
    if language not in pages.LANGUAGES or not is_name(name) or (added and not _changes(name).exists()):
        raise Http404
    return pages.edit_text(
        model_admin,
        request,
        "worksheet_text",
        title_of_name(name),
        form_of=partial(SheetForm, name=name, language=language),
        preview_of=lambda form: form.previewed,
        of={"kind": TextKind.WORKSHEET, "name": name, "language": language},
        added=added,
    )


def sheet_new(model_admin, request):
    """A sheet of the association's own."""
    pages.only_coordinators(model_admin, request)
    data = request.POST if request.method == "POST" else None
    form = NewSheetForm(data, initial={"language": get_language()})
    if form.is_valid() and "preview" not in data:
        with show_refusal(services.TooMany, ChangedMeanwhile, form=form):
            language = form.cleaned_data["language"]
            name = services.add_sheet(form.cleaned_data["text"], language=language, by=request.user)
            messages.success(request, _("Saved. It takes effect within a few seconds."))
            return redirect("admin:worksheet_text", language=language, name=name)
    status = 422 if form.errors else 200
    preview = form.previewed if form.is_bound and not form.errors else None
    title = _("Add a worksheet")
    return pages.page(
        model_admin, request, "worksheet_new", title, status=status, form=form, preview=preview, unsaved=True
    )


def sheet_offered(model_admin, request, name):
    """Withdraw a sheet, or offer it again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    pages.only_coordinators(model_admin, request)
    if not is_name(name):
        raise Http404
    with show_refusal(ChangedMeanwhile, request=request):
        if "again" in request.POST:
            services.offer_again(name, by=request.user)
            messages.success(request, _("Members can find it again within a few seconds."))
        else:
            services.withdraw_sheet(name, by=request.user)
            done = _("Members no longer find it. What they’ve written on it stays with them.")
            messages.success(request, done)
    return redirect("admin:worksheet_text_list")


def page_of(change):
    """The address where a sheet is changed."""
    return reverse("admin:worksheet_text", args=[change.language, change.name])


def title_of(change):
    """What a sheet is called."""
    return title_of_name(change.name)


def title_of_name(name):
    """The title as installed; of an added sheet the last one it had."""
    text = installed_text(name, get_language())
    text = text or _changes(name).exclude(text=None).exclude(text="").values_list("text", flat=True).first()
    return read_sheet(text, slug=name, language="").title if text else name


def _changes(name):
    return TextChange.objects.filter(kind=TextKind.WORKSHEET, name=name)


TEXT_PAGES[TextKind.WORKSHEET] = TextPages(urls, page_of, title_of, "admin:worksheet_text_list", LABEL)
