"""Holding the two before anything between them changes. Their times and bookings come after them."""

from profiles.models import Member


class Conflict(Exception):
    """Nothing was kept: things have moved on, or a rule says no. Says so in words for the page."""


def lock_people(*members):
    """Hold these members, the lowest first (`profiles.locking`). True if none of them has left or is suspended."""
    rows = Member.objects.select_for_update(no_key=True).filter(pk__in={member.pk for member in members})
    here = rows.filter(left_at=None, is_active=True).order_by("pk").values_list("pk", flat=True)
    return len(here) == len({member.pk for member in members})
