"""The two questions of the year."""

from django.urls import path

from figures.views import pulse

urlpatterns = [path("pulse/", pulse.pulse, name="pulse")]
