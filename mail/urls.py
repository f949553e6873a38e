"""Stopping mails, choosing them, and the door for what comes in."""

from django.urls import path

from mail import views

urlpatterns = [
    path("mail/stop/<str:token>/", views.mail_unsubscribe, name="mail_unsubscribe"),
    path("mail/in/", views.mail_in, name="mail_in"),
    path("mail/again/", views.mail_again, name="mail_again"),
    path("profile/mails/", views.mail_preferences, name="mail_preferences"),
]
