"""Product 37: months away of either are left out of a rhythm's dates."""

from datetime import date, time

import pytest

from meetings.models import Meeting
from mentoring.lib import walltime
from testing.making import rhythm, rhythm_proposed
from testing.meeting_pages import lives_in, of, says

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_months_away_of_either_are_left_out(who, clock, pair, mentee, request):
    member = request.getfixturevalue(who)
    lives_in("America/Chicago", member, months_away=[7, 12])
    pair.refresh_from_db()
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=date(2027, 2, 9))

    months = [
        walltime.to_local(at, "America/Chicago").month
        for at in run.meetings.values_list("starts_at", flat=True)
    ]
    assert set(months) == {1, 2, 3, 4, 5, 6, 8, 9, 10, 11}


def test_a_month_away_is_one_s_own_month(clock, pair, mentor, mentee):
    """The first of July at eight in Nairobi is the last of June in Lincoln."""
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor, months_away=[7])
    pair.refresh_from_db()
    run = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TH", at=time(7), starts_on=date(2027, 6, 24))

    starts = run.meetings.order_by("starts_at").values_list("local_time", flat=True)
    assert list(starts[:3]) == ["2027-06-24T07:00", "2027-07-01T07:00", "2027-08-05T07:00"]


def test_away_all_year_nothing_is_made_and_the_page_says_so(clock, pair, as_, mentor, mentee):
    lives_in("UTC", mentor, months_away=list(range(1, 13)))
    pair.refresh_from_db()
    run = rhythm_proposed(pair, mentee)
    assert says(as_(mentee), of(pair, "rhythm"), "No dates coming up.") != []
    as_(mentor).post(of(pair, "rhythm", "answer"), {"rhythm": run.code, "agree": "1"})

    assert not Meeting.objects.exists()
    assert says(as_(mentee), of(pair, "rhythm"), "No dates coming up.") != []
