"""The pair."""

from django.urls import path

from mentorships.views import ending, overview

HERE = "mentorships/<uuid:code>/"
urlpatterns = [
    path("mentorships/", overview.mentorship_list, name="mentorship_list"),
    path(HERE, overview.mentorship_detail, name="mentorship_detail"),
    path(f"{HERE}end/", ending.mentorship_end, name="mentorship_end"),
]
