"""OpenID Connect as django-allauth speaks it, with each ID token checked as if it had come by a stranger (ASVS 9.1).

The standard lets TLS to the token endpoint stand for the signature (Core 3.1.3.7); allauth does so.
"""

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.jwtkit import verify_jti
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404

from sso.causes import NO_KEY, WRONG_ISSUER, WRONG_TOKEN, UnusableAnswer

# With a key that only the provider has: neither "none" nor a secret that both know.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
CLOCKS_APART_SECONDS = 60
WELL_KNOWN = "/.well-known/"


class CheckingAdapter(OpenIDConnectOAuth2Adapter):
    """The addresses of one provider, and its tokens."""

    @property
    def openid_config(self):
        """The provider's metadata. UnusableAnswer if it is another's than the operator has named."""
        config = super().openid_config
        expected = self.get_provider().app.settings["server_url"].partition(WELL_KNOWN)[0]
        if str(config.get("issuer", "")).rstrip("/") != expected.rstrip("/"):
            raise UnusableAnswer(WRONG_ISSUER)
        return config

    def _decode_id_token(self, app, id_token):
        """Its claims. UnusableAnswer for a signature, an issuer, an audience or a time that is not right."""
        try:
            header = jwt.get_unverified_header(id_token)
            claims = jwt.decode(
                id_token,
                key=self._key(header.get("kid")),
                algorithms=ALGORITHMS,
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                leeway=CLOCKS_APART_SECONDS,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except (jwt.PyJWTError, KeyError, TypeError) as error:
            raise UnusableAnswer(WRONG_TOKEN) from error
        verify_jti(claims)  # one with a number is good once
        return claims

    def _key(self, kid):
        """The key with this number; without a number, the only one there is."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        found = [key for key in keys if key.key_id == kid] if kid else keys
        if len(found) != 1:
            raise UnusableAnswer(NO_KEY)
        return found[0]


class AssociationOpenIDProvider(OpenIDConnectProvider):
    """One provider of the operator's file with kind oidc."""

    oauth2_adapter_class = CheckingAdapter


def callback(request, provider_id):
    """Where a provider sends people back."""
    try:
        return OAuth2CallbackView.adapter_view(CheckingAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
