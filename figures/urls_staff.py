"""The figures on the staff site."""

from django.urls import path

from figures.views import staff

urlpatterns = [
    path("", staff.figures_index, name="figures_index"),
    path("report/", staff.figures_report, name="figures_report"),
    path("short/", staff.figures_short, name="figures_short"),
    path("<slug:key>.csv", staff.figures_csv, name="figures_csv"),
]
