"""Private help, and the photos of those one does not keep apart from."""

from django.urls import path, re_path

from conduct import views

urlpatterns = [
    path("help/", views.help_list, name="help_list"),
    path("help/new/", views.help_new, name="help_new"),
    path("help/<uuid:code>/", views.help_detail, name="help_detail"),
    path("help/<uuid:code>/say/", views.help_say, name="help_say"),
    path("help/<uuid:code>/again/", views.help_again, name="help_again"),
    path("help/<uuid:code>/close/", views.help_close, name="help_close"),
    re_path(r"^photos/(?P<name>[0-9a-f]{32})-(?P<size>card|page)\.jpg$", views.photo, name="photo"),
]
