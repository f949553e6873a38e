"""The pair."""

from django.urls import path

from mentorships import views

urlpatterns = [
    path("mentorships/", views.mentorship_list, name="mentorship_list"),
    path("mentorships/<uuid:code>/", views.mentorship_detail, name="mentorship_detail"),
    path("mentorships/<uuid:code>/end/", views.mentorship_end, name="mentorship_end"),
]
