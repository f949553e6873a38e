"""Looking somebody up: members by name, address, employer or town, with their mentor profiles."""

from django.db.models import Q
from django.db.models.functions import Lower

from profiles.models import Member

SHOWN = 30
FIELDS = ("name", "preferred_name", "email", "employer", "city")


def people_found(asked):
    """(members that have every word somewhere, whether there are more). None for fewer than two letters."""
    words = asked.split()
    if len("".join(words)) < 2:
        return [], False
    rows = Member.objects.filter(left_at=None).select_related("mentor_profile")
    for word in words[:6]:
        anywhere = Q()
        for field in FIELDS:
            anywhere |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(anywhere)
    found = list(rows.order_by(Lower("name"), "pk")[: SHOWN + 1])
    return found[:SHOWN], len(found) > SHOWN
