"""What the pages of changed texts share."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from configuration.models import TextChange
from configuration.services import ChangedMeanwhile
from configuration.services.texts import holding_texts, save_texts

SHOWN_CHANGES = 30


def page(model_admin, request, template, title, *, status=200, **context):
    """A page of the staff site about texts."""
    context |= {**model_admin.admin_site.each_context(request), "title": title, "opts": model_admin.opts}
    return TemplateResponse(request, f"admin/configuration/{template}.html", context, status=status)


def only_coordinators(model_admin, request):
    """PermissionDenied for staff who may not change texts."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied


def saved(request, form, *, then):
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


def as_installed(request, *, then, **of):
    """Give all these texts back what they were as installed, and go `then`."""
    changed = {key: None for key, change in holding_texts(**of).items() if change.text is not None}
    if changed:
        save_texts(changed, by=request.user, seen=_newest())
    messages.success(request, _("Everything is back to the installed text. The changes stay in the history."))
    return redirect(then)


def history(**of):
    """The last changes of these texts, newest first, with `holds`: whether it is the one that holds."""
    changes = list(TextChange.objects.filter(**of).select_related("made_by")[:SHOWN_CHANGES])
    replaced = {change.previous for change in changes}
    for change in changes:
        change.holds = change.pk not in replaced
    return changes


def _newest():
    newest = TextChange.objects.first()
    return newest.pk if newest else 0
