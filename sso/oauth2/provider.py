"""Plain OAuth 2 with a profile address: what the membership systems of small associations speak.

Wild Apricot, MemberClicks, MembershipWorks and YourMembership know no OpenID: no discovery, no id_token.
"""

from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.urls import reverse

from sso.arrivals import provider_of
from sso.claims import subject_of
from sso.oauth2.views import AssociationOAuth2Adapter


class AssociationAccount(ProviderAccount):
    """An account at the association: it is called what its provider is called."""

    def to_str(self):
        """Not a name or an address: none is kept."""
        return self.account.get_provider().name


class AssociationProvider(OAuth2Provider):
    """One provider of the operator's file with kind oauth2."""

    id = "oauth2"
    name = "OAuth 2"
    account_class = AssociationAccount
    oauth2_adapter_class = AssociationOAuth2Adapter
    pkce_enabled_default = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = self.app.name

    def get_oauth2_adapter(self, request):
        """The addresses of this provider."""
        return self.oauth2_adapter_class(request, self.app.provider_id)

    def get_login_url(self, request, **kwargs):
        """Our own start."""
        return reverse("sso_start", args=[self.app.provider_id])

    def get_callback_url(self):
        """Where the provider sends people back."""
        return reverse("oauth2_callback", args=[self.app.provider_id])

    def extract_uid(self, data):
        """What never changes about the person there. ValueError if it is not in the profile."""
        return subject_of(provider_of(self.app.provider_id), data)


provider_classes = [AssociationProvider]
