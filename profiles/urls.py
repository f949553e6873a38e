"""Me. The address of photos is in the room above, which knows who keeps apart from whom."""

from django.urls import path

from profiles import first_steps, views

urlpatterns = [
    path("start/<slug:part>/", first_steps.first_step, name="first_step"),
    path("profile/", views.profile, name="profile"),
    path("profile/mentor/", views.mentor_profile, name="mentor_profile"),
    path("profile/mentor/preview/", views.mentor_preview, name="mentor_preview"),
    path("profile/mentor/pause/", views.mentor_pause, name="mentor_pause"),
    path("profile/photo/", views.photo_change, name="photo_change"),
    path("profile/not-now/", views.not_now, name="not_now"),
]
