"""What looking for a peer offers to others: what its fields are called, and what coordinators do with lines."""

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import STAFF_MEMBER_LINKS, STAFF_SITE, STAFF_TO_DO, StaffTask, label_fields
from mentoring.lib.registry.roles import coordinators_may
from peers.models import PeerProfile

label_fields(
    {
        "about": gettext_lazy("What would you like to share with a peer?"),
        "report": gettext_lazy("What would you like to tell the coordinators?"),
    }
)
coordinators_may("peers", "view_peerprofile")


@STAFF_TO_DO.register(order=31)
def hidden_lines_changed(coordinator):
    """Lines that a coordinator hid and whose member has changed them since: shall they be shown again?"""
    if not coordinator.has_perm("peers.view_peerprofile"):
        return
    hidden = PeerProfile.objects.filter(hidden_at__lt=F("changed_at"), member__is_active=True)
    for profile in hidden.only("changed_at"):
        yield StaffTask(
            label=_("A hidden line on the list of peers has been changed by its member"),
            since=profile.changed_at,
            url=reverse("admin:peers_peerprofile_change", urlconf=STAFF_SITE, args=[profile.pk]),
            action=_("Look at it again"),
            late_days=7,
        )


@STAFF_MEMBER_LINKS.register(order=12)
def peer_line_of(coordinator, member):
    """The page of a member's line on the list of peers, if there is one."""
    if coordinator.has_perm("peers.view_peerprofile"):
        for pk in PeerProfile.objects.filter(member=member).values_list("pk", flat=True):
            yield reverse("admin:peers_peerprofile_change", args=[pk]), _("Line on the list of peers")
