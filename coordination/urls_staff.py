"""The handover on the staff site."""

from django.urls import path

from coordination.handover import views

urlpatterns = [
    path("", views.handover, name="handover"),
    path("file/", views.handover_file, name="handover_file"),
    path("settings/export/", views.settings_export, name="settings_export"),
    path("settings/import/", views.settings_import, name="settings_import"),
]
