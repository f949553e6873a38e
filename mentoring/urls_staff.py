"""The addresses of the staff site: the Django admin, and the figures and the handover within it."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from mentoring import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index"), name="home"),
    path("admin/figures/", include("figures.urls_staff")),
    path("admin/handover/", include("coordination.urls_staff")),
    path("admin/second-factor/", include("second_factor.urls_staff")),
    path("admin/login/", admin.site.login, name="account_login"),  # by the name that django-allauth knows
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]

handler400 = "mentoring.views.bad_request"
handler403 = "mentoring.views.forbidden"
handler404 = "mentoring.views.not_found"
handler500 = "mentoring.views.server_error"
