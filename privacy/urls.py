"""Reports, and what others can see of me."""

from django.urls import path

from privacy.views import leaving, report, seen

urlpatterns = [
    path("mentorships/<uuid:code>/trouble/report/", report.mentorship_report, name="mentorship_report"),
    path("profile/seen/", seen.seen, name="seen"),
    path("profile/take-along/", leaving.take_along, name="take_along"),
    path("profile/take-along/progress/", leaving.take_along_progress, name="take_along_progress"),
    path("profile/close/", leaving.account_close, name="account_close"),
    path("profile/close/stay/", leaving.account_stay, name="account_stay"),
]
