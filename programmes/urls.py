"""The addresses of programmes on the members' site."""

from django.urls import path

from programmes.views import calendar, listing, mentors, pair, programme

urlpatterns = [
    path("programmes/", listing.programme_list, name="programme_list"),
    path("programmes/<uuid:code>/", programme.programme_detail, name="programme_detail"),
    path("programmes/<uuid:code>/join/", programme.programme_join, name="programme_join"),
    path("programmes/<uuid:code>/leave/", programme.programme_leave, name="programme_leave"),
    path("programmes/<uuid:code>/read/<int:pk>/", programme.programme_training, name="programme_training"),
    path(
        "programmes/<uuid:code>/milestones/<uuid:milestone>.ics",
        calendar.milestone_calendar,
        name="milestone_calendar",
    ),
    path("programmes/<uuid:code>/mentors/", mentors.programme_mentors, name="programme_mentors"),
    path("programmes/<uuid:code>/mentors/<uuid:mentor>/", mentors.programme_ask, name="programme_ask"),
    path(
        "programmes/<uuid:code>/mentors/<uuid:mentor>/draft/",
        mentors.programme_ask_draft,
        name="programme_ask_draft",
    ),
    path("mentorships/<uuid:code>/programme/", pair.pair_programme, name="pair_programme"),
    path("mentorships/<uuid:code>/programme/<uuid:milestone>/", pair.milestone_mark, name="milestone_mark"),
    path("mentorships/<uuid:code>/programme/hours/", pair.hours_add, name="hours_add"),
    path("mentorships/<uuid:code>/programme/hours.csv", pair.hours_file, name="hours_file"),
    path(
        "mentorships/<uuid:code>/programme/hours/<uuid:entry>/remove/", pair.hours_remove, name="hours_remove"
    ),
    path("mentorships/<uuid:code>/programme/submitted/", pair.pair_submit, name="pair_submit"),
]
