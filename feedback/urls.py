"""Feedback, beneath its pair."""

from django.urls import path, re_path

from feedback import views

PAIR = "mentorships/<uuid:code>/"
CODE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

urlpatterns = [
    path(f"{PAIR}feedback/", views.feedback_list, name="feedback_list"),
    path(f"{PAIR}feedback/find/", views.feedback_find, name="feedback_find"),
    path(f"{PAIR}feedback/write/", views.feedback_write, name="feedback_write"),
    path(f"{PAIR}feedback/draft/", views.feedback_draft, name="feedback_draft"),
    path(f"{PAIR}feedback/discard/", views.feedback_discard, name="feedback_discard"),
    path(f"{PAIR}feedback/want/", views.feedback_want, name="feedback_want"),
    path(f"{PAIR}feedback/<uuid:letter>/answer/", views.feedback_answer, name="feedback_answer"),
    path(f"{PAIR}archive/", views.archive_page, name="archive"),
    re_path(
        rf"^mentorships/(?P<code>{CODE})/archive/feedback\.(?P<kind>json|html)$",
        views.feedback_archive,
        name="feedback_archive",
    ),
]
