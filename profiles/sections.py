"""Saving one section of a long form: what was typed into the others stays where it is, with and without script."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

WHOLE = "whole"  # said by a page that has sent all of its sections, so that a box left empty is one that was emptied


def forms(request, form_class, instance):
    """One form a section, all of them checked if they were sent."""
    keys = [section.key for section in form_class.sections]
    return form_class.in_sections(instance, request.POST or None, bound=keys)


def save(request, form_class, instance, section, *, save, page):
    """Check and save one section. `save(form)` adds an error if it refuses; `page(request, forms)` draws all sections.

    htmx gets the section alone. A whole page is redirected to, unless something is typed elsewhere and not saved yet.
    """
    form = form_class(request.POST, instance=instance, section=section.key)
    if form.is_valid():
        save(form)
    saved = not form.errors
    if request.htmx:
        shown = form_class(instance=instance, section=section.key) if saved else form
        return render(request, "profiles/_section.html", {"form": shown, "saved": saved})
    unsaved = _unsaved(request, form_class, instance, section)
    if saved:
        messages.success(request, _("Saved: %(section)s.") % {"section": section.title})
        if not unsaved:
            return redirect(f"{request.path}#section-{section.key}")
        messages.warning(request, _("Not saved yet: %(sections)s.") % {"sections": ", ".join(unsaved)})
    typed = request.POST if WHOLE in request.POST else None
    fresh = form_class(instance=instance, section=section.key) if saved else form
    drawn = form_class.in_sections(instance, typed)
    return page(request, [fresh if one.section == section else one for one in drawn])


def _unsaved(request, form_class, instance, saved):
    """The titles of the sections in which something else is typed than is kept."""
    if WHOLE not in request.POST:
        return []
    others = [section for section in form_class.sections if section != saved]
    return [
        str(section.title)
        for section in others
        if form_class(request.POST, instance=instance, section=section.key).has_changed()
    ]
