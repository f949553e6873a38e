"""Where plain OAuth 2 providers send people back."""

from django.urls import path

from sso.oauth2 import views
from sso.views import returning

urlpatterns = [path("oauth2/<slug:provider_id>/callback/", returning(views.callback), name="oauth2_callback")]
