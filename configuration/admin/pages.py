"""What the pages of changed texts share."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from configuration.models import TextChange
from configuration.services import ChangedMeanwhile
from configuration.services.texts import holding_texts, save_texts

SHOWN_CHANGES = 30
LANGUAGES = dict(settings.LANGUAGES)


def page(model_admin, request, template, title, *, status=200, **context):
    """A page of the staff site about texts."""
    context |= {**model_admin.admin_site.each_context(request), "title": title, "opts": model_admin.opts}
    return TemplateResponse(request, f"admin/configuration/{template}.html", context, status=status)


def only_coordinators(model_admin, request):
    """PermissionDenied for staff who may not change texts."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied


def other_english(language, address_of):
    """{"name", "url"} of the page of the other kind of English, which this page does not change; else None."""
    others = [each for each in LANGUAGES if each != language and {each[:2], language[:2]} == {"en"}]
    return {"name": LANGUAGES[others[0]], "url": address_of(others[0])} if others else None


def _saved(request, form, *, then):
    """Save a valid form and go `then`; None, with the error on the form, if somebody was quicker."""
    try:
        count = save_texts(form.values, by=request.user, seen=form.cleaned_data["seen"])
    except ChangedMeanwhile as error:
        form.add_error(None, str(error))
        return None
    if count:
        messages.success(request, _("Saved. It takes effect within a few seconds."))
    else:
        messages.info(request, _("Nothing was different, so nothing has changed."))
    return redirect(then)


def _as_installed(request, *, then, **of):
    """Give all these texts back what they were as installed, and go `then`."""
    changed = {key: None for key, change in holding_texts(**of).items() if change.text is not None}
    if changed:
        save_texts(changed, by=request.user, seen=_newest())
    messages.success(request, _("Everything is back to the installed text. The changes stay in the history."))
    return redirect(then)


def _history(**of):
    """The last changes of these texts, newest first, with `holds`: whether it is the one that holds."""
    changes = list(TextChange.objects.filter(**of).select_related("made_by")[:SHOWN_CHANGES])
    replaced = {change.previous for change in changes}
    for change in changes:
        change.holds = change.pk not in replaced
    return changes


def _newest():
    newest = TextChange.objects.first()
    return newest.pk if newest else 0


def edit_text(model_admin, request, name, title, *, form_of, preview_of, of, **context):
    """The page of one text in one language: preview, save, back to as installed, history.

    `of` {"kind", "name", "language"} says which; form_of(data, holding=) makes its form, preview_of(form) what the
    page shows of what is typed.
    """
    data = request.POST if request.method == "POST" else None
    if data is not None and "as_installed" in data:
        return _as_installed(request, then=request.path, **of)
    form = form_of(data, holding=holding_texts(**of))
    if form.is_valid() and "preview" not in data:
        answer = _saved(request, form, then=request.path)
        if answer:
            return answer
    return page(
        model_admin,
        request,
        name,
        title,
        status=422 if form.errors else 200,
        form=form,
        language=LANGUAGES[of["language"]],
        code=of["language"],
        preview=None if form.errors else preview_of(form),
        unsaved=form.is_bound and not form.errors,
        changes=_history(**of),
        **context,
    )
