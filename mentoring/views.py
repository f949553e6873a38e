"""Pages about the programme itself, and what is shown when something is wrong."""

import errno
import sys

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import TimeoutError as RedisMute

from mail.outgoing import outbox_status
from mentoring.lib import health
from mentoring.lib.access import before_accepting, resubmit
from mentoring.lib.programme import numbers
from mentoring.lib.registry.personal_data import RETENTION
from mentoring.lib.storages import StorageAway


@before_accepting
@require_safe
def privacy(request):
    """What is kept, and who sees it."""
    return render(
        request, "mentoring/privacy.html", {"schedule": RETENTION, "days": numbers().closing_grace_days}
    )


@before_accepting
@require_safe
def accessibility(request):
    """The accessibility statement."""
    return render(request, "mentoring/accessibility.html")


@require_safe
def to_staff_site(request):
    """The staff site is a site of its own; this is only the way there."""
    return redirect(f"{settings.STAFF_URL}/admin/")


@before_accepting
@require_safe
def healthz(request):
    """Alive: the process answers."""
    return JsonResponse({"ok": True})


@before_accepting
@require_safe
def readyz(request):
    """200 if all this process needs is there; 503 with the names of what is missing.

    That mail is late is said, and no reason to send members elsewhere: the pages work. Figures: `/metrics`.
    """
    missing = health.missing()
    state = {"ok": not missing, "missing": missing}
    advice = list(health.advice())
    if advice:
        state["advice"] = advice
    if "database" not in missing:
        state["mail"] = "late" if outbox_status.outbox_status().is_late else "in time"
    return JsonResponse(state, status=503 if missing else 200)


def csrf_failure(request, reason=""):
    """A form that is too old, or not ours. Ours gets its words back; a stranger's gets nothing."""
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    ours = f"{request.scheme}://{request.get_host()}/"
    if request.method == "POST" and f"{origin}/".startswith(ours):
        return resubmit(request)
    return render(request, "403.html", status=403)


def bad_request(request, exception):
    """400."""
    return render(request, "400.html", status=400)


def forbidden(request, exception):
    """403."""
    return render(request, "403.html", status=403)


def not_found(request, exception):
    """404: the same bytes for what is missing and for what is not yours."""
    return render(request, "404.html", status=404)


def server_error(request):
    """500; or 503 and "try again" for what may pass by itself. Neither asks the database anything."""
    if _may_pass(sys.exc_info()[1]):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "30"})
    return HttpResponse(render_to_string("500.html", {"number": request.number}), status=500)


def _may_pass(error):
    """A locked or absent database, an absent Redis or bucket, a full disk. The transaction has been undone already."""
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC
    return full or isinstance(error, (OperationalError, RedisAway, RedisMute, StorageAway))
