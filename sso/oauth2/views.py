"""The way to a plain OAuth 2 provider and back."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter, OAuth2CallbackView
from django.http import Http404

from mentoring.lib.links import member_link
from sso.causes import NO_PROFILE, NO_SUBJECT, UnusableAnswer

BASIC = "client_secret_basic"


class AssociationOAuth2Adapter(OAuth2Adapter):
    """The three addresses of one provider of the operator's file."""

    def __init__(self, request, provider_id):
        self.provider_id = provider_id
        super().__init__(request)
        options = self.get_provider().app.settings
        self.authorize_url = options["authorize_url"]
        self.access_token_url = options["token_url"]
        self.profile_url = options["profile_url"]
        self.basic_auth = options["token_auth_method"] == BASIC

    def get_callback_url(self, request, app):
        """As the operator has told the provider: under the member site's own address."""
        return member_link("oauth2_callback", self.provider_id)

    def complete_login(self, request, app, token, **kwargs):
        """Ask for the profile, once. UnusableAnswer if it is none."""
        headers = {"Authorization": f"Bearer {token.token}", "Accept": "application/json"}
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.profile_url, headers=headers)
            answer.raise_for_status()
        profile = answer.json()
        if isinstance(profile, list) and len(profile) == 1:
            profile = profile[0]
        if not isinstance(profile, dict):
            raise UnusableAnswer(NO_PROFILE)
        try:
            return self.get_provider().sociallogin_from_response(request, profile)
        except ValueError:
            raise UnusableAnswer(NO_SUBJECT) from None


def callback(request, provider_id):
    """Where a provider sends people back."""
    try:
        adapter = AssociationOAuth2Adapter(request, provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return OAuth2CallbackView.adapter_view(adapter)(request)
