"""The members whom the insider asks about, and how often the insider is right."""

from datetime import UTC, datetime
from statistics import mean

from figures.tests import insider
from matching.models import MentorRequest
from mentorships.models import Mentorship
from profiles.models import Member

AT_MOST = 63
NOW = datetime(2027, 1, 2, tzinfo=UTC)
REACH = ("people", "offers", "regions", "library-types", "career-stages")


def plain_members():
    """Nothing but members: who never asked and has no mentorship."""
    busy = {
        *Mentorship.objects.values_list("mentee", flat=True),
        *MentorRequest.objects.values_list("mentee", flat=True),
    }
    return list(
        Member.objects.filter(mentor_profile=None)
        .exclude(pk__in=busy)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def mentees(months):
    pairs = Mentorship.objects.filter(
        began_at__gte=months[0].start, began_at__lt=months[6].end, ended_at=None
    )
    return list(pairs.order_by("pk").values_list("mentee", flat=True))


def average(targets, months, tables, publish=insider.published):
    """Over some people: how often the insider is right about one of them."""
    return mean(insider.right(insider.lines_about(who, months, tables=tables), publish) for who in targets)
