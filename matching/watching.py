"""Waiting for a mentor to have room, and being told once (product 14)."""

from django.db import transaction
from django.utils import timezone

from conduct import blocks
from mail.preferences import preferences_of
from matching import notifications
from matching.availability import within_reach
from matching.models import Watch
from mentoring.lib.jobs import run_each
from profiles.locking import lock_member


@transaction.atomic
def watch_mentor(member, mentor):
    """Wait for this mentor to have room. Twice is once."""
    if lock_member(member):
        Watch.objects.get_or_create(member=member, mentor=mentor)


def stop_watching(member, code):
    """Wait no longer for the mentor with this code (a UUID)."""
    Watch.objects.filter(member=member, mentor__code=code).delete()


def can_be_told(member):
    """Whether mails of this kind reach a member at all: they may have stopped the topic."""
    return preferences_of(member).wants(notifications.Room.topic)


def is_waiting(member, mentor):
    """Whether a member waits for a mentor."""
    return Watch.objects.filter(member=member, mentor=mentor).exists()


def watched_by(member):
    """[(profile number, code, name)] of the mentors a member waits for, newest first; nobody they have blocked."""
    rows = Watch.objects.filter(member=member).exclude(blocks.blocked_by_me(member, "mentor"))
    rows = rows.order_by("-made_at", "-pk")
    return list(rows.values_list("mentor__mentor_profile", "mentor__code", "mentor__name"))


def tell_of_room(now=None):
    """Tell everybody whose mentor has room. How many mails; runs late, twice or side by side.

    Who keeps apart from the mentor goes on waiting, and is told nothing.
    """
    due = within_reach(Watch.objects.filter(made_at__lte=now or timezone.now()), member="member")
    return run_each(due.values_list("pk", flat=True), _tell)


@transaction.atomic
def _tell(pk):
    """True if a mail was written: by whoever deleted the row, and nobody else."""
    due = within_reach(Watch.objects.filter(pk=pk), member="member")
    watch = due.select_related("member", "mentor").first()
    if watch is None or not Watch.objects.filter(pk=pk).delete()[0]:
        return False
    return notifications.room(watch) is not None
