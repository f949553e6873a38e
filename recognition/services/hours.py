"""A member's own record of hours: written, changed, deleted, and taken over from conversations that were held."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.registry.hooks import HELD_TIMES
from profiles.locking import lock_member
from recognition.models import TimeEntry, TimeKind

MOST_IN_A_MONTH, MOST_ENTRIES = 200, 5_000
OFFERED_BACK = timedelta(days=366)
GONE = _("This entry has since been deleted. Save it again to add it as a new one.")


class CannotRecord(Exception):
    """Nothing was written. Says why, for the member."""


class EntryGone(CannotRecord):
    """What was to be changed has been deleted meanwhile."""


@transaction.atomic
def add_time(member, *, day, minutes, kind, note, source=""):
    """Write time down. The same again within a minute is a double click: one entry."""
    _hold(member)
    mine = TimeEntry.objects.filter(member=member)
    content = {"day": day, "minutes": minutes, "kind": kind, "note": note, "source": source}
    if again := recent_duplicate(mine.select_related("member"), "written_at", **content):
        return again
    _check_room(mine, day)
    entry = TimeEntry(member=member, **content)
    entry.save()
    return entry


@transaction.atomic
def change_time(entry, *, day, minutes, kind, note):
    """Put these values in its place. EntryGone if it has been deleted meanwhile."""
    _hold(entry.member)
    others = TimeEntry.objects.filter(member=entry.member).exclude(pk=entry.pk)
    if not TimeEntry.objects.filter(pk=entry.pk).exists():
        raise EntryGone(GONE)
    _check_room(others, day)
    entry.day, entry.minutes, entry.kind, entry.note = day, minutes, kind, note
    entry.save(update_fields=["day", "minutes", "kind", "note"])


def delete_time(entry):
    """For good. False if it was not there any more."""
    return bool(TimeEntry.objects.filter(pk=entry.pk).delete()[0])


@transaction.atomic
def take_times(member, keys):
    """Write down these of the conversations on offer; how many. What is not on offer (any more) is left out."""
    _hold(member)
    wanted = [held for held in offered_times(member) if held.key in keys]
    for held in wanted:
        kind = TimeKind.MEETING.value
        add_time(member, day=held.day, minutes=held.minutes, kind=kind, note="", source=held.key)
    return len(wanted)


def offered_times(member):
    """`HeldTime`s of the last year that are not in the record yet, the newest first."""
    since = timezone.localdate() - OFFERED_BACK
    written = set(TimeEntry.objects.filter(member=member).exclude(source="").values_list("source", flat=True))
    held = (one for times in HELD_TIMES.results(member, since) for one in times)
    return sorted((one for one in held if one.key not in written), key=lambda one: one.day, reverse=True)


def _hold(member):
    if not lock_member(member):
        raise CannotRecord(_("This account is closed."))


def _check_room(entries, day):
    if entries.filter(day__year=day.year, day__month=day.month).count() >= MOST_IN_A_MONTH:
        raise CannotRecord(_("Delete an entry of that month first. A month holds 200 entries."))
    if entries.count() >= MOST_ENTRIES:
        raise CannotRecord(_("The record is full: it holds 5,000 entries."))
