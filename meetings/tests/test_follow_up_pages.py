"""Product 38: of a pair that does not go on no page shows anything ahead, from the same moment on."""

import pytest
from django.utils import timezone

from meetings.models import CalendarSettings
from meetings.services import follow_up
from meetings.tests.ways_of_leaving import WAYS
from testing.making import in_days
from testing.meeting_pages import of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["paused", "ended"])
@pytest.mark.parametrize("worker", [False, True], ids=["before the worker ran", "after"])
def test_at_once_no_page_shows_anything_ahead(way, worker, full, as_, mentor, mentee):
    feed = f"/calendar/{CalendarSettings.objects.renew(mentee).feed_secret}.ics"
    month = f"/meetings/{in_days(4):%Y/%-m}/"
    before = _shown(as_(mentee), full, feed, month)
    assert len(before) > 6  # there was something to be seen
    WAYS[way](full, by=mentor)
    if worker:
        follow_up.after_pairs()

    assert _shown(as_(mentee), full, feed, month) == []


def _shown(client, pair, feed, month):
    """(page, what) of everything that speaks of what is to come."""
    codes = [str(row.code) for row in pair.meetings.exclude(starts_at__lte=timezone.now())]
    found = []
    for page in (of(pair), of(pair, "rhythm"), "/meetings/", month, "/", pair.get_absolute_url()):
        text = client.get(page).content.decode()
        found += [(page, code) for code in codes if code in text]
        found += [
            (page, said) for said in ("You’re meeting ", "Next dates", "needs your answer") if said in text
        ]
    if client.get(feed).content.count(b"BEGIN:VEVENT") > 1:  # but for the one that has been
        found.append((feed, "event"))
    time = main_text(client.get(f"/meetings/time/?month={in_days(4):%Y-%m}"))
    return found + [("time", "planned")] * ("coming up" in time or "Planned 0 h" not in time)


@pytest.mark.parametrize("way", ["paused", "ended"])
def test_the_page_of_the_meeting_itself_says_so_at_once(way, full, as_, mentor, mentee):
    meeting = full.meetings.filter(status="agreed", rhythm=None, starts_at__gt=timezone.now()).first()
    WAYS[way](full, by=mentor)
    words = (
        "Move the meeting",
        "Cancel the meeting",
        "Download a calendar file",
        "would like to move this meeting",
    )

    assert says(as_(mentee), of(full, meeting), "Cancelled.", *words) == ["Cancelled."]
    answer = as_(mentee).get(of(full, meeting) + "meeting.ics")
    assert answer.status_code == 302
