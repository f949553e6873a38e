"""The verbs of looking for a peer."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.hooks import why_nothing_new
from peers.models import PeerProfile
from profiles.locking import lock_member


class CannotLook(Exception):
    """Nobody is put on the list who cannot begin anything new now. Says why."""


@transaction.atomic
def look_for_peer(member, *, about):
    """Be on the list, with a line about what to share. CannotLook says why not."""
    if not lock_member(member, staying=True):
        raise CannotLook(_("Your account is set to close. To look for a peer, keep your account first."))
    if why := why_nothing_new(member):
        raise CannotLook(why)
    PeerProfile.objects.update_or_create(
        member=member, defaults={"about": about, "looking": True, "changed_at": timezone.now()}
    )


def stop_looking(member):
    """Leave the list. The line stays for another time; running mentorships and requests go on."""
    PeerProfile.objects.filter(member=member).update(looking=False)
