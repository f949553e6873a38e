"""The pages of the handover on the staff site: to read, to print, to take settings along and to bring them in."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coordination.handover import content, settings_file
from coordination.handover.forms import SettingsForm
from mentoring.lib.registry.handover import SettingsMoved

MAY_HAND_OVER = "coordination.add_rolechange"  # whoever gives roles: a coordinator


def _for_coordinators(view):
    def guarded(request):
        if not request.user.has_perm(MAY_HAND_OVER):
            raise PermissionDenied
        return view(request)

    return admin.site.admin_view(guarded)


def _context(request, title, **more):
    return {**admin.site.each_context(request), "title": title, **more}


@_for_coordinators
@require_safe
def handover(request):
    """What the next coordinator has to know."""
    facts = content.handover(request.user, timezone.now())
    return render(request, "admin/handover/handover.html", _context(request, _("Handover"), **facts))


@_for_coordinators
@require_safe
def handover_file(request):
    """The same as one file that needs nothing else, to print or to keep."""
    page = render_to_string("admin/handover/file.html", content.handover(request.user, timezone.now()))
    return _download(page, "text/html", "handover.html")


@_for_coordinators
@require_safe
def settings_export(request):
    """Numbers and vocabularies, for another association."""
    return _download(settings_file.export_settings(), "application/json", "mentoring-settings.json")


def _download(text, kind, name):
    answer = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@_for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
def settings_import(request):
    """A file, then what would change, then a second press that does exactly that."""
    form = SettingsForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    plans, problems = [], []
    if form.is_valid():
        try:
            plans = settings_file.read_settings(form.content)
            if _import_confirmed(request, form, plans):
                return redirect("handover")
        except settings_file.BadSettings as error:
            problems = error.args[0]
        except SettingsMoved as error:
            problems = [str(error)]
    more = {"form": form, "problems": problems, **(_preview(form, plans) if plans else {})}
    status = 422 if problems or form.errors else 200
    return render(
        request, "admin/handover/import.html", _context(request, _("Import settings"), **more), status=status
    )


def _import_confirmed(request, form, plans):
    """Import what was shown, if this press confirms it. Whether it did."""
    changes = settings_file.changes_of(plans)
    if not changes or not form.confirms(changes):
        return False
    settings_file.import_settings(plans, by=request.user)
    messages.success(request, _("Imported. The new settings take effect within a few seconds."))
    return True


def _preview(form, plans):
    changes = settings_file.changes_of(plans)
    return {
        "plans": [each for each in plans if each.plan.changes],
        "nothing_new": not changes,
        "confirmation": form.confirmation(changes),
    }
