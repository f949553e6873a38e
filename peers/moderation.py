"""What coordinators decide about a line on the list of peers: hide it, and take that back."""

from django.db import transaction
from django.utils import timezone

from peers import notifications
from peers.models import PeerProfile


@transaction.atomic
def hide(profile, *, reason):
    """Take a line off the list and tell its member why. True for the one who did it."""
    now = timezone.now()
    shown = PeerProfile.objects.filter(pk=profile.pk, hidden_at=None)
    if not shown.update(hidden_at=now, hidden_reason=reason):
        return False
    notifications.line_hidden(profile, reason=reason, at=now)
    return True


@transaction.atomic
def unhide(profile):
    """Show a hidden line again and tell its member. True for the one who did it."""
    hidden = PeerProfile.objects.filter(pk=profile.pk, hidden_at__isnull=False)
    if not hidden.update(hidden_at=None, hidden_reason=""):
        return False
    notifications.line_shown(profile, at=timezone.now())
    return True
