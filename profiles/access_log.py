"""Writing down that somebody of the staff opened something personal (product 57)."""

from datetime import timedelta

from django.utils import timezone

from profiles.models import AccessedObject, AccessLogEntry

ONE_LOOK = timedelta(minutes=10)


def entries_about(member):
    """The looks a member is told of. Who is named in a report is not told of it: not by a look either."""
    return (
        AccessLogEntry.objects.filter(member=member).exclude(what=AccessedObject.ABOUT).select_related("by")
    )


def log_access(member, *, by, what):
    """Write it down: once for ten minutes, so that the list stays readable. One's own is no look."""
    now = timezone.now()
    facts = {"member": member, "by": by, "what": what}
    if member.pk != by.pk and not AccessLogEntry.objects.filter(**facts, at__gt=now - ONE_LOOK).exists():
        AccessLogEntry.objects.create(**facts, at=now)


def log_accesses(members, *, by, what):
    """The same for a list that names several members. Two statements, however many."""
    now = timezone.now()
    recent = AccessLogEntry.objects.filter(by=by, what=what, member__in=members, at__gt=now - ONE_LOOK)
    known = {by.pk, *recent.values_list("member", flat=True)}
    rows = [AccessLogEntry(member=m, by=by, what=what, at=now) for m in members if m.pk not in known]
    AccessLogEntry.objects.bulk_create(rows)
