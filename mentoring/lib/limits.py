"""How often somebody may do what writes a mail to another: counted in the rows that it leaves behind."""

from django.utils import timezone


def is_reached(rows, date, *, most, within):
    """Whether so many of these rows (`most`) are not older than `within` (a timedelta) by their `date`."""
    fresh = rows.filter(**{f"{date}__gt": timezone.now() - within})
    return len(fresh.values_list("pk")[:most]) >= most
