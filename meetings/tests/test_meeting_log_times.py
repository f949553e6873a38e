"""Product 41: the time of a talk that is logged: what is none, and what a clock showed twice."""

import pytest

from meetings.tests.talks import HOW, ago
from testing.meeting_pages import lives_in

pytestmark = pytest.mark.django_db


def test_what_is_still_to_come_is_refused_with_what_was_typed(log, pair, as_, mentee):
    typed = ago(mentee, hours=-2)
    page = as_(mentee).post(log, HOW | {"at": typed}).content.decode()

    assert "Enter a time in the past. To plan a meeting, offer times instead." in page and typed in page
    assert 'value="in-person" selected' in page
    assert not pair.meetings.exists()


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "0001-01-01T10:00", "1700-05-01T10:00", "9999-12-31T23:59", "2026-11-01"]
)
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Chicago"])
def test_what_is_no_time_is_refused_in_place(typed, zone, log, pair, as_, mentee):
    lives_in(zone, mentee)
    answer = as_(mentee).post(log, HOW | {"at": typed})

    assert answer.status_code == 200 and f'value="{typed}"' in answer.content.decode() or not typed
    assert not pair.meetings.exists()


def test_a_time_that_no_clock_showed_is_refused(clock, log, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    clock.go(days=60)
    page = as_(mentee).post(log, HOW | {"at": "2027-03-14T02:30"}).content.decode()

    assert "The clocks went forward and skipped this one" in page and "2027-03-14T02:30" in page
    assert not pair.meetings.exists()


def test_a_time_shown_twice_is_taken_as_the_earlier(clock, log, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    clock.go(days=300)
    as_(mentee).post(log, HOW | {"at": "2027-11-07T01:30"})

    assert f"{pair.meetings.get().starts_at:%Y-%m-%dT%H:%MZ}" == "2027-11-07T06:30Z"


def test_now_in_the_second_hour_of_the_night_is_the_second(clock, log, pair, as_, mentee):
    """One click at 01:50, after clocks went back: it began 30 minutes ago and not 90."""
    lives_in("America/Chicago", mentee)
    clock.now = clock.now.replace(month=11, day=7, hour=7, minute=50)
    as_(mentee).post(log, {"now": "1"})

    talk = pair.meetings.get()
    assert talk.ends_at == clock.now and talk.fold
    assert not talk.recompute_instants()  # and it stays there
