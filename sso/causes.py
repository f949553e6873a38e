"""Why a sign-in failed: a code for the log, and a sentence for the operator who tries it out.

Nothing of what came, but a status, a standard code of error and the address that was asked.
"""

from urllib.parse import urlsplit

import requests
from allauth.socialaccount.providers.base import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.utils.translation import gettext_lazy as _

WRONG_ISSUER, WRONG_TOKEN, NO_KEY = "wrong_issuer", "wrong_token", "no_key"
NO_PROFILE, NO_SUBJECT, TWO_PEOPLE, NO_JSON = "no_profile", "no_subject", "two_people", "no_json"
SENTENCES = {
    "no_connection": _("We couldn’t connect to %(detail)s."),
    "timeout": _("%(detail)s didn’t answer within 8 seconds."),
    "redirect": _("%(detail)s answers with a redirect. Write the address it leads to into the file."),
    "status": _("Instead of an answer we could use, there was: %(detail)s."),
    NO_JSON: _("An answer was not JSON. Check the addresses in the file."),
    "no_token": _(
        "The provider gave us no token. Check “client_id” and “client_secret”, the address registered there to come "
        "back to, and whether “token_auth” is “basic” or “post”."
    ),
    "refused_there": _("The provider refused: %(detail)s."),
    WRONG_ISSUER: _("“server_url” isn’t the issuer that the provider’s metadata name."),
    WRONG_TOKEN: _("The ID token has a signature, an issuer, an audience or a time that isn’t right."),
    NO_KEY: _("The provider doesn’t publish the key of its ID token."),
    NO_PROFILE: _("The profile is not a JSON object. Check “profile_url”."),
    NO_SUBJECT: _(
        "We found nothing that says for good who this person is, or it’s too long. Check “claims.subject”."
    ),
    TWO_PEOPLE: _("The ID token and the profile are about two different people."),
    "saml": _("The SAML answer was refused: %(detail)s"),
    "too_late": _("It took more than ten minutes, the page was open twice, or the clock is wrong."),
}
NOT_ANSWERING = {"no_connection", "timeout", "redirect", "status", NO_JSON}  # told to members as such
# RFC 6749 4.1.2.1 and OpenID Connect Core 3.1.2.6: whoever makes up an address could write anything else there.
STANDARD_ERRORS = {
    "access_denied",
    "consent_required",
    "interaction_required",
    "invalid_request",
    "invalid_scope",
    "login_required",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_response_type",
}


class UnusableAnswer(OAuth2Error):
    """An answer that names nobody, or is not to be trusted. `code` is one of SENTENCES."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def cause_of(exception, *, error=None, sent_back=None, saml_reason=None):
    """(code, detail): `error` is allauth's, `sent_back` the query with which a browser came back."""
    if isinstance(exception, UnusableAnswer):
        return exception.code, ""
    if isinstance(exception, requests.RequestException):
        return _failed_request(exception)
    if isinstance(exception, OAuth2Error):
        return "no_token", ""
    if saml_reason:
        return "saml", saml_reason
    refusal = (sent_back or {}).get("error")
    if refusal in STANDARD_ERRORS:
        return "refused_there", refusal
    if error == AuthError.CANCELLED:
        return "refused_there", "access_denied"
    return "too_late", ""


def _failed_request(exception):
    if isinstance(exception, requests.exceptions.InvalidJSONError):
        return NO_JSON, ""
    if isinstance(exception, requests.TooManyRedirects):
        return "redirect", _where(exception)
    if isinstance(exception, requests.Timeout):
        return "timeout", _where(exception)
    if exception.response is not None:
        return "status", f"{exception.response.status_code} {_where(exception)}"
    return "no_connection", _where(exception)


def _where(exception):
    """Host and path of what was asked; the query may hold secrets."""
    asked = exception.request if exception.response is None else exception.response
    parts = urlsplit(getattr(asked, "url", None) or "")
    return f"{parts.hostname or '?'}{parts.path}"
