"""What coordinators decide about people: hide a mentor profile, suspend a member, and take it back."""

from django.db import transaction
from django.utils import timezone

from profiles import notifications, rules
from profiles.changes import member_has_changed, mentor_has_changed
from profiles.models import MentorProfile


@transaction.atomic
def hide(mentor, *, reason):
    """Coordinators: take a profile off the list and tell its mentor why. True for the one who did it."""
    now = timezone.now()
    shown = MentorProfile.objects.filter(pk=mentor.pk, hidden_at=None)
    if not shown.update(hidden_at=now, hidden_reason=reason):
        return False
    mentor_has_changed(mentor)
    notifications.profile_hidden(mentor, reason=reason, at=now)
    return True


@transaction.atomic
def unhide(mentor):
    """Coordinators: show a hidden profile again and tell its mentor. True for the one who did it."""
    hidden = MentorProfile.objects.filter(pk=mentor.pk, hidden_at__isnull=False)
    if not hidden.update(hidden_at=None, hidden_reason=""):
        return False
    mentor_has_changed(mentor)
    notifications.profile_shown(mentor, at=timezone.now())
    return True


@transaction.atomic
def suspend_by(member, *, by, reason):
    """A coordinator suspends a member. rules.MayNotSuspend if they may not; True for the one who did it."""
    rules.check_may_suspend(member, by=by)
    return suspend(member, reason=reason)


@transaction.atomic
def suspend(member, *, reason=""):
    """No sign-in until `restore`. The member is told why; sessions end at once. True for the one who did it."""
    now = timezone.now()
    rows = type(member).objects.filter(pk=member.pk, is_active=True)
    if not rows.update(is_active=False, suspended_at=now, suspended_reason=reason):
        return False
    member_has_changed(member)
    notifications.account_suspended(member, reason=reason, at=now)
    return True


@transaction.atomic
def restore(member):
    """Let a suspended member sign in again, and tell them. Who has left stays away. True for the one who did it."""
    gone = type(member).objects.filter(pk=member.pk, is_active=False, left_at=None)
    if not gone.update(is_active=True, suspended_at=None, suspended_reason=""):
        return False
    member_has_changed(member)
    notifications.account_restored(member, at=timezone.now())
    return True
