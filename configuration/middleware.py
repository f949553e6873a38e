"""Members are asked to accept the terms and the privacy statement before they go on, once for each version."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language

from configuration.policies.acceptance import versions_mark, waiting_for
from mentoring.lib.access import NEEDS_NO_ACCEPTANCE, resubmit

REMEMBERED = "accepted_versions"  # in the session: the versions of which nothing is left to accept
OWN_SIGN_IN = "accounts/"  # how somebody signs in stays theirs, whatever they accept


def ask_for_acceptance(get_response):
    """One statement a session and version, none after that. Staff are asked on the members' site."""

    def middleware(request):
        if settings.PROCESS == "staff" or not request.user.is_authenticated or _may_pass(request):
            return get_response(request)
        if request.method in ("GET", "HEAD"):
            onward = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('policy_accept')}?{onward}")
        return resubmit(request, accept=True)

    return middleware


def _may_pass(request):
    mark = versions_mark(get_language())
    if request.session.get(REMEMBERED) == mark or _is_open(request.path_info):
        return True
    if waiting_for(request.user, get_language()):
        return False
    request.session[REMEMBERED] = mark
    return True


def _is_open(path):
    """Whether a page is there for members who have not accepted; what is no page at all answers for itself."""
    try:
        page = resolve(path)
    except Resolver404:
        return True
    return page.route.startswith(OWN_SIGN_IN) or getattr(page.func, NEEDS_NO_ACCEPTANCE, False)
