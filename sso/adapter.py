"""How django-allauth treats somebody who comes from the association's sign-in."""

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.providers.base import AuthProcess
from django.utils.translation import gettext_lazy as _

from sso import answers, trying
from sso.arrivals import Arrival, provider_of
from sso.causes import NOT_ANSWERING, TWO_PEOPLE, UnusableAnswer, cause_of
from sso.refusals import NO_ANSWER, refused

logger = logging.getLogger(__name__)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Whatever a provider sends is read once, cleaned, and never kept as it came (trap 11)."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "no_password": _("Choose a password first. Then you can stop signing in this way."),
        "not_configured": _("Your association no longer offers this way to sign in."),
    }

    def validate_disconnect(self, account, accounts):
        """ValidationError for a provider that is no longer in the file: allauth asks it for its name."""
        if provider_of(account.provider) is None:
            raise self.validation_error("not_configured")

    def list_apps(self, request, provider=None, client_id=None):
        """Providers stand in the operator's file and nowhere in the database."""
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def get_requests_session(self):
        """For asking a provider. One that leads elsewhere is not followed there: our secrets are for its address."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def populate_user(self, request, sociallogin, data):
        """Read what came into an Arrival, before allauth looks for the account and would keep the rest."""
        sent, sociallogin.account.extra_data = as_one(sociallogin.account.extra_data), {}
        provider = provider_of(sociallogin.account.provider)
        sociallogin.sent = sent
        sociallogin.arrival = Arrival.of(provider, sociallogin.account.uid, sent)
        sociallogin.email_addresses = []  # no account is found by its address, and none made by allauth
        return sociallogin.user

    def pre_social_login(self, request, sociallogin):
        """Decide what happens. Only somebody who has come before is left to allauth."""
        process = sociallogin.state.get("process")
        if process == trying.PROCESS:
            raise ImmediateHttpResponse(trying.result(request, sociallogin))
        if process == AuthProcess.CONNECT:
            return
        member = sociallogin.user if sociallogin.is_existing else None
        if answer := answers.meet(
            request, sociallogin.arrival, member, next_url=sociallogin.state.get("next")
        ):
            raise ImmediateHttpResponse(answer)

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        """Tell apart a server that does not answer; the log names the cause and nothing that came."""
        cause = cause_of(
            exception,
            error=error,
            sent_back=request.GET,
            saml_reason=(extra_context or {}).get("saml_last_error_reason"),
        )
        log_failure(provider.sub_id, *cause)
        if trying.is_running(request):
            raise ImmediateHttpResponse(trying.failure(request, provider.name, *cause))
        if cause[0] in NOT_ANSWERING:
            raise ImmediateHttpResponse(refused(request, NO_ANSWER, provider_name=provider.name, status=503))

    def send_notification_mail(self, *args, **kwargs):
        """Told by sso.signals, whichever way it came about."""

    def is_open_for_signup(self, request, sociallogin):
        """Accounts are made by our own pages."""
        return False


def log_failure(provider_id, code, detail):
    """A line for the operator. The reason of a SAML answer stands in allauth's own line."""
    logger.warning(
        "Sign-in by %s failed: %s", provider_id, f"{code} {'' if code == 'saml' else detail}".strip()
    )


def as_one(sent):
    """The claims of a provider as one dict. UnusableAnswer if two answers are about two people."""
    if not isinstance(sent, dict):
        return {}
    if not {"userinfo", "id_token"} & set(sent):
        return sent
    token, userinfo = sent.get("id_token") or {}, sent.get("userinfo") or {}
    # OpenID Connect Core 5.3.2: the subject of both has to be the same.
    if token and userinfo and token.get("sub") != userinfo.get("sub"):
        raise UnusableAnswer(TWO_PEOPLE)
    return {**token, **userinfo}
