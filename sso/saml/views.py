"""The return from a SAML provider."""

from datetime import timedelta
from importlib import import_module

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.saml import views
from allauth.socialaccount.providers.saml.utils import get_app_or_404
from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from django.views.decorators.csrf import csrf_exempt
from lxml.etree import LxmlError

from sso.causes import UnusableAnswer

MOST_BYTES = 200_000  # of an answer; real ones have some ten thousand
KEPT = timedelta(minutes=10)
ALLAUTHS_COOKIE = "saml-acs-session"  # which scripts could read
COOKIE = f"{'__Host-' if settings.HTTPS else ''}saml-answer"


@csrf_exempt
def acs(request, organization_slug):
    """Where providers post their answer. Allauth keeps it in a session of its own until the browser is back.

    Anybody can post here: for a provider of ours only, not much, and not for long.
    """
    get_app_or_404(request, organization_slug)
    if len(request.body) > MOST_BYTES:
        raise RequestDataTooBig
    request.saml_acs_session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.saml_acs_session.set_expiry(KEPT)
    answer = views.acs(request, organization_slug=organization_slug)
    key = answer.cookies.pop(ALLAUTHS_COOKIE).value
    answer.set_cookie(
        COOKIE, key, max_age=KEPT, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
    return answer


def finish(request, organization_slug):
    """As allauth does it; one that is no XML, or names nobody for good, is refused on a page."""
    request.COOKIES[ALLAUTHS_COOKIE] = request.COOKIES.get(COOKIE)
    answer = _finished(request, organization_slug)
    answer.delete_cookie(COOKIE)
    return answer


def _finished(request, organization_slug):
    try:
        return views.finish_acs(request, organization_slug=organization_slug)
    except (UnusableAnswer, PermissionDenied, ValueError, LxmlError) as error:
        provider = get_app_or_404(request, organization_slug).get_provider(request)
        return render_authentication_error(request, provider, exception=error)


@csrf_exempt
def no_single_logout(request, organization_slug):
    """Announced by allauth in its metadata, and not there: an unsigned request for it would end a session."""
    raise Http404
