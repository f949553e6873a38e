"""The addresses of the member site. It knows everybody."""

from django.conf import settings
from django.urls import include, path

from mentoring import home, metrics, views

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("mail.urls")),
    path("", include("matching.urls")),
    path("", include("peers.urls")),
    path("", include("profiles.urls")),
    path("", include("configuration.urls")),
    path("", include("conduct.urls")),
    path("", include("guidance.urls")),
    path("", include("joining.urls")),
    path("", include("outreach.urls")),
    path("", include("mentorships.urls")),
    path("", include("feedback.urls")),
    path("", include("meetings.urls")),
    path("", include("worksheets.urls")),
    path("", include("recognition.urls")),
    path("", include("open_hours.urls")),
    path("", include("programmes.urls")),
    path("", include("reminders.urls")),
    path("", include("privacy.urls")),
    path("", include("figures.urls")),
    path("", include("coordination.urls")),
    path("accounts/", include("sso.urls")),
    path("accounts/2fa/", include("second_factor.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/sessions/", include("allauth.usersessions.urls")),
    path("admin/", views.to_staff_site, name="to_staff_site"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("demo.urls"))]

handler400 = "mentoring.views.bad_request"
handler403 = "mentoring.views.forbidden"
handler404 = "mentoring.views.not_found"
handler500 = "mentoring.views.server_error"
