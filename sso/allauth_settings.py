"""The operator's file in the words of django-allauth."""

from sso.configuration import OAUTH2, OIDC, SAML

TOKEN_AUTH = {"basic": "client_secret_basic", "post": "client_secret_post"}


def social_account_providers(providers):
    """SOCIALACCOUNT_PROVIDERS of a tuple of SsoProvider."""
    return {
        "openid_connect": {
            "provider_class": "sso.openid_connect.AssociationOpenIDProvider",
            "APPS": [_oidc(one) for one in providers if one.kind == OIDC],
        },
        "oauth2": {"APPS": [_oauth2(one) for one in providers if one.kind == OAUTH2]},
        "saml": {"APPS": [_saml(one) for one in providers if one.kind == SAML]},
    }


def _app(provider, settings):
    return {
        "provider_id": provider.id,
        "name": provider.name,
        "client_id": provider.options.get("client_id", provider.id),
        "secret": provider.options.get("client_secret", ""),
        "settings": settings,
    }


def _client(provider):
    settings = {"oauth_pkce_enabled": provider.options.get("pkce", True)}
    if scope := provider.options.get("scope"):
        settings["scope"] = scope.split()
    if method := TOKEN_AUTH.get(provider.options.get("token_auth")):
        settings["token_auth_method"] = method
    return settings


def _oidc(provider):
    subject = provider.claims["subject"][0]
    return _app(
        provider, {**_client(provider), "server_url": provider.options["server_url"], "uid_field": subject}
    )


def _oauth2(provider):
    addresses = {key: provider.options[key] for key in ("authorize_url", "token_url", "profile_url")}
    return _app(provider, {"token_auth_method": "client_secret_post", **_client(provider), **addresses})


def _saml(provider):
    """Signed assertions, no sign-in that the provider began, no single logout (docs/sso.md)."""
    identity = {key: provider.options[key] for key in ("entity_id", "sso_url")}
    settings = {
        "idp": {**identity, "x509cert": provider.options["certificate"]},
        "attribute_mapping": {"uid": list(provider.claims["subject"])},
        "advanced": {
            "strict": True,
            "want_assertion_signed": True,
            "reject_idp_initiated_sso": True,
            "want_attribute_statement": False,
        },
    }
    if name := provider.options.get("sp_entity_id"):
        settings["sp"] = {"entity_id": name}
    return _app(provider, settings)
