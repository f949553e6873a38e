"""Addresses of the handbook."""

from django.urls import path

from guidance.views import handbook

urlpatterns = [
    path("guide/", handbook.guide, name="guide"),
    path("guide/print/", handbook.guide_print, name="guide_print"),
    path("guide/<slug:slug>/", handbook.guide_chapter, name="guide_chapter"),
    path("guide/<slug:slug>/videos/<int:pk>/gone/", handbook.video_gone, name="video_gone"),
]
