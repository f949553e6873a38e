from django.apps import AppConfig


class SamlConfig(AppConfig):
    name = "sso.saml"
    label = "sso_saml"
