"""The one page of the staff's that is on the members' site: where a second person confirms a role."""

from django.urls import path

from coordination import views

urlpatterns = [path("roles/<uuid:code>/", views.role_confirm, name="role_confirm")]
