"""What is new since somebody was last on the home page, and how the programme does: the rooms say both by hooks."""

from datetime import timedelta

from coordination.models import StaffVisit
from mentoring.lib.registry.hooks import STAFF_PULSE, STAFF_SINCE

ONE_VISIT = timedelta(hours=1)  # without a look at the first page; then the next look is another visit


def news_for(person, now):
    """{since, news, pulse} for the first page; `since` is None at the first visit, and there is no news then."""
    since = _visit(person, now)
    news = [line for lines in STAFF_SINCE.results(person, since) for line in lines] if since else []
    return {
        "since": since,
        "news": news,
        "pulse": [line for lines in STAFF_PULSE.results(person) for line in lines],
    }


def _visit(person, now):
    """Note that they are here. When the visit before this one began."""
    visit = StaffVisit.objects.filter(pk=person.pk).first()
    if visit is None:
        StaffVisit.objects.get_or_create(pk=person.pk, defaults={"began_at": now, "seen_at": now})
        return None
    here = StaffVisit.objects.filter(pk=person.pk)
    if now - visit.seen_at > ONE_VISIT:
        here.update(before_at=visit.began_at, began_at=now, seen_at=now)
        return visit.began_at
    here.update(seen_at=now)
    return visit.before_at
