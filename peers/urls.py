"""Finding and asking a peer."""

from django.urls import path

from peers.views import asking, finding, reporting

urlpatterns = [
    path("peers/", finding.peer_list, name="peer_list"),
    path("peers/me/", finding.peer_profile, name="peer_profile"),
    path("peers/<uuid:code>/", asking.peer_detail, name="peer_detail"),
    path("peers/<uuid:code>/block/", asking.peer_block, name="peer_block"),
    path("peers/<uuid:code>/report/", reporting.peer_report, name="peer_report"),
    path("peers/<uuid:code>/draft/", asking.peer_draft, name="peer_draft"),
]
