"""What every request of every site gets: safe headers, the reader's zone and language, kind trouble."""

import errno
import logging
import zoneinfo

from django.conf import settings
from django.db import OperationalError
from django.shortcuts import render
from django.utils import timezone, translation

logger = logging.getLogger("mentoring")
ALWAYS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Django's SecurityMiddleware sets these, but not on what it refuses itself.
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers(get_response):
    """No page of a signed-in person stays in a cache; no page asks for a device."""

    def middleware(request):
        response = get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        if request.path == "/accounts/logout/" and response.status_code == 302:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware


def reader(get_response):
    """Times in the member's own zone and words in their language."""

    def middleware(request):
        member = request.user
        if not member.is_authenticated:
            return get_response(request)
        with timezone.override(_zone(member.time_zone)), translation.override(member.language):
            request.LANGUAGE_CODE = member.language
            response = get_response(request)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response.render()
            return response

    return middleware


def _zone(name):
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return zoneinfo.ZoneInfo("UTC")


class Troubles:
    """A full disk or a locked database is a page that says try again; the transaction is undone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer 503 for what may pass by itself; leave every real fault to Django."""
        full = isinstance(exception, OSError) and exception.errno == errno.ENOSPC
        if not full and not isinstance(exception, OperationalError):
            return None
        logger.error("The store does not answer: %s", type(exception).__name__)
        response = render(request, "503.html", status=503)
        response.headers["Retry-After"] = "30"
        return response
