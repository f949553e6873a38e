"""The one page of joining on the member site: the three doors of a welcome mail."""

from django.urls import path

from joining import views

urlpatterns = [path("welcome/<str:token>/", views.welcome, name="welcome")]
