"""Me, and photos."""

from django.urls import path, re_path

from profiles import views

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/mentor/", views.mentor_profile, name="mentor_profile"),
    path("profile/mentor/preview/", views.mentor_preview, name="mentor_preview"),
    path("profile/mentor/pause/", views.mentor_pause, name="mentor_pause"),
    path("profile/photo/", views.photo_change, name="photo_change"),
    path("profile/not-now/", views.not_now, name="not_now"),
    re_path(r"^photos/(?P<name>[0-9a-f]{32})-(?P<size>card|page)\.jpg$", views.photo, name="photo"),
]
