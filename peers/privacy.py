"""What looking for a peer holds about people. Requests and mentorships of peers stand with those of mentors."""

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import DELETED, Rights, columns, declare, export_part
from peers.models import PeerProfile

declare(
    PeerProfile,
    owners=("member",),
    export="peer",
    leaving=DELETED,
    staff=Rights("S", change=columns("hidden_at", "hidden_reason", why="whether a line is on the list")),
    # Never the line itself: the weekly mail to coordinators counts those that were hidden and have changed.
    worker=Rights("D", read=("id", "member_id", "hidden_at", "changed_at")),
)


@export_part("peer", _("Your line on the list of peers"), order=75)
def peer_profile_of(member):
    """What every member can read there."""
    for profile in PeerProfile.objects.filter(member=member):
        yield {
            "about": profile.about,
            "on_the_list": profile.looking,
            "changed": plain(profile.changed_at),
            "hidden_by_coordinators": plain(profile.hidden_at),
            "reason": profile.hidden_reason,
        }
