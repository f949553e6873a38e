"""The mailbox of the demonstration."""

from django.urls import path

from demo import views

urlpatterns = [
    path("mail/", views.demo_mail, name="demo_mail"),
    path("mail/<str:name>/", views.demo_mail_detail, name="demo_mail_detail"),
    path("mail/<str:name>/html/", views.demo_mail_html, name="demo_mail_html"),
]
