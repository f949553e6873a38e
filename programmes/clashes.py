"""Programmes at the same time: said, never refused."""

from django.utils import timezone

from programmes.models import Milestone, Programme
from programmes.models.enrolment import OPEN_STATES


def other_programmes(member, programme):
    """The programmes a member is in that go on while this one does, and are not over."""
    mine = Programme.objects.filter(enrolments__member=member, enrolments__state__in=OPEN_STATES)
    at_once = mine.filter(starts_on__lte=programme.last_day, last_day__gte=programme.starts_on)
    return at_once.not_over(timezone.localdate()).exclude(pk=programme.pk).distinct().order_by("starts_on")


def same_time(programme, others):
    """[(milestone, that of another programme)] of activities that are held at the same time."""
    own = _activities([programme])
    return [
        (mine, other)
        for other in _activities(others)
        for mine in own
        if mine.starts_at < other.ends_at and other.starts_at < mine.ends_at
    ]


def _activities(programmes):
    rows = Milestone.objects.held().filter(programme__in=list(programmes), starts_at__gt=timezone.now())
    return list(rows.select_related("programme").order_by("starts_at"))
