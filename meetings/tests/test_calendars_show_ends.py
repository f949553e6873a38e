"""P23, P24: when an hour ends whose clocks change on the way."""

from datetime import date, time

import pytest

from meetings.tests.readers import vobjects
from testing import making
from testing.meeting_pages import lives_in, mails

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def two(clock, pair, mentor, mentee):
    """In Nairobi and in Lincoln, Nebraska."""
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor)
    return pair


def test_an_hour_that_begins_before_clocks_change_is_an_hour(two, mentor):
    """P23: on the first night of a rhythm, which gives its length to all the others."""
    mentor = lives_in("Europe/London", mentor)
    making.rhythm(
        two, mentor, rule="FREQ=WEEKLY;BYDAY=SU", at=time(0, 30), minutes=90, starts_on=date(2027, 3, 28)
    )
    [event] = vobjects.read([mails(mentor)[-1].calendar])[0]

    assert (event["start"], event["end"]) == ("20270328T003000Z", "20270328T020000Z")


def test_one_that_ends_in_the_hour_shown_twice_ends_when_it_is_meant_to(two, mentor):
    """P23."""
    mentor = lives_in("Europe/London", mentor)
    making.rhythm(
        two, mentor, rule="FREQ=WEEKLY;BYDAY=SU", at=time(0, 30), minutes=120, starts_on=date(2027, 10, 31)
    )
    [event] = vobjects.read([mails(mentor)[-1].calendar])[0]

    assert (event["start"], event["end"]) == ("20271030T233000Z", "20271031T013000Z")
