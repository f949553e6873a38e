"""What every request of every site gets: safe headers, the reader's zone and language."""

import zoneinfo

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone, translation
from django_htmx.http import HttpResponseClientRedirect

from mentoring import views
from mentoring.lib.changed_words import install_changed_words

ALWAYS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Django's SecurityMiddleware sets these, but not on what it refuses itself.
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
}

HEALTH = {"/healthz": "healthz", "/readyz": "readyz"}
PROBES = {*HEALTH, "/metrics"}

# What programs ask for with a secret. Over http it has been read on the way: refused, so that somebody notices.
OF_PROGRAMS = {"/joining/webhook/", "/mail/in/", "/metrics"}


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


def refused_requests(get_response):
    """Nobody has a use for TRACE; and a program that calls over http is not led to https (ASVS 13.4.4, 4.1.2)."""

    def middleware(request):
        if request.method == "TRACE":
            return HttpResponse(status=405, headers={"Allow": ""})
        if settings.SECURE_SSL_REDIRECT and request.path in OF_PROGRAMS and not request.is_secure():
            return HttpResponse("https only\n", status=403, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware


def health_checks(get_response):
    """Whoever looks after this process asks it by an address, over http, and gets an answer whatever is away."""

    def middleware(request):
        if request.path not in HEALTH:
            return get_response(request)
        return getattr(views, HEALTH[request.path])(request)

    return middleware


def whole_page_redirects(get_response):
    """A request for a part of a page that is sent elsewhere takes the whole page there, not the part (F8)."""

    def middleware(request):
        response = get_response(request)
        if request.htmx and response.status_code in (301, 302, 303, 307, 308):
            return HttpResponseClientRedirect(response["Location"])
        return response

    return middleware


def programme_words(get_response):
    """What mentors and mentees are called, before a language is chosen. Probes ask nothing of the database."""

    def middleware(request):
        if request.path not in PROBES:
            install_changed_words()
        return get_response(request)

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
