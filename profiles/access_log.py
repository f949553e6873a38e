"""Writing down that somebody of the staff opened something personal (product 57)."""

from datetime import timedelta

from django.utils import timezone

from profiles.models import Look, Looked

ONE_LOOK = timedelta(minutes=10)


def told_to(member):
    """The looks a member is told of. Who is named in a report is not told of it: not by a look either."""
    return Look.objects.filter(member=member).exclude(what=Looked.ABOUT).select_related("by")


def saw(member, *, by, what):
    """Write it down: once for ten minutes, so that the list stays readable. One's own is no look."""
    now = timezone.now()
    facts = {"member": member, "by": by, "what": what}
    if member.pk != by.pk and not Look.objects.filter(**facts, at__gt=now - ONE_LOOK).exists():
        Look.objects.create(**facts, at=now)
