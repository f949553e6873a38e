"""Joining on the member site: the three doors of a welcome mail, and the webhook of the membership system."""

from django.urls import path

from joining import views
from joining.webhook.views import membership_webhook

urlpatterns = [
    path("welcome/<str:token>/", views.welcome, name="welcome"),
    path("joining/webhook/", membership_webhook, name="membership_webhook"),
]
