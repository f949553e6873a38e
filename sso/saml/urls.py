"""The addresses of SAML."""

from allauth.socialaccount.providers.saml.views import metadata
from django.urls import path

from sso.saml import views
from sso.views import returning, start

urlpatterns = [
    path("saml/<slug:organization_slug>/acs/", views.acs, name="saml_acs"),
    path("saml/<slug:organization_slug>/acs/finish/", returning(views.finish), name="saml_finish_acs"),
    path("saml/<slug:organization_slug>/metadata/", metadata, name="saml_metadata"),
    path("saml/<slug:provider_id>/login/", start, name="saml_login"),
    path("saml/<slug:organization_slug>/sls/", views.no_single_logout, name="saml_sls"),
]
