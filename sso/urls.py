"""Signing in with the association's account."""

from allauth.socialaccount import views as socialaccount
from django.apps import apps
from django.urls import include, path

from sso import openid_connect, views
from sso.views import returning

urlpatterns = [
    path("3rdparty/", socialaccount.connections, name="socialaccount_connections"),
    path("3rdparty/login/cancelled/", socialaccount.login_cancelled, name="socialaccount_login_cancelled"),
    path("sso/start/<slug:provider_id>/", views.start, name="sso_start"),
    path("sso/code/", views.prove, name="sso_prove"),
    path("sso/join/", views.join, name="sso_join"),
    path("sso/try/<str:token>/", views.try_it, name="sso_try"),
    path("oidc/<slug:provider_id>/login/", views.start, name="openid_connect_login"),
    path(
        "oidc/<slug:provider_id>/login/callback/",
        returning(openid_connect.callback),
        name="openid_connect_callback",
    ),
    path("", include("sso.oauth2.urls")),
]
if apps.is_installed("sso.saml"):
    urlpatterns += [path("", include("sso.saml.urls"))]
