from django.apps import AppConfig


class OAuth2Config(AppConfig):
    name = "sso.oauth2"
    label = "sso_oauth2"
