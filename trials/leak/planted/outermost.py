"""Ways 5, 7, 21, 27 and 32: what a careless proxy, cache or figure does, outside of everything."""

import json
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect

from trials.leak.planted.switch import on

KEPT = {}
OF_A_PAIR = ("/mentorships/", "/requests/")


def outermost(get_response):
    """Each leak behind its switch."""

    def middleware(request):
        path = request.path
        if on(21) and request.method == "POST" and path.endswith("/find/"):
            return HttpResponseRedirect(f"{path}?q={quote(request.POST.get('q', ''))}")
        if on(7) and "Range" in request.headers and path in KEPT:
            return HttpResponse(KEPT[path], status=206)
        response = get_response(request)
        if on(7) and response.status_code == 200 and path.startswith(OF_A_PAIR):
            KEPT[path] = response.content
        if on(27):
            make_public(path, response)
        return tell_figures(path, response)

    return middleware


def make_public(path, response):
    """Way 27: pages that may be kept, and a sign-out that clears nothing."""
    response.headers.pop("Clear-Site-Data", None)
    if path.startswith(OF_A_PAIR) and response.status_code == 200:
        response.headers["Cache-Control"] = "public, max-age=3600"
        response.headers.pop("Vary", None)


def tell_figures(path, response):
    """Ways 5 and 32: how many pairs there are, in the list and on the page for the watchdog."""
    from mentorships.models import Mentorship

    if on(32) and path == "/readyz":
        response.content = json.dumps({"ok": True, "mentorships": Mentorship.objects.count()})
        response.headers["Content-Length"] = str(len(response.content))
    if on(5) and path == "/mentors/" and response.status_code == 200:
        response.content += f"<p>{Mentorship.objects.count()} going on</p>".encode()
        response.headers["Content-Length"] = str(len(response.content))
    return response
