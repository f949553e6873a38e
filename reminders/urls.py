"""Keeping in touch."""

from django.urls import path

from reminders.views import answer, contact, willing

urlpatterns = [
    path("mentorships/<uuid:code>/contact/", contact.contact, name="contact"),
    path("contact/<str:token>/", answer.contact_answer, name="contact_answer"),
    path("willing/<str:token>/", willing.still_willing, name="still_willing"),
]
