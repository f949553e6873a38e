"""Product 37: two who pick, or pick and take back, at the same instant end with one meeting or none."""

import pytest
from django.test import Client

import factories
from testing.making import in_days, proposed
from testing.meeting_pages import mails, of, slots, state

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    """Two times by the mentee wait for the mentor."""
    return proposed(pair, mentee, in_days(5), in_days(6))


def clicked(who, meeting, page, **said):
    def click():
        client = Client()
        client.force_login(who)
        return client.post(of(meeting.mentorship, meeting, page), said).status_code

    return click


@pytest.fixture
def two(committed):
    """A pair with a meeting whose times wait for the mentor, for real threads."""
    pair = factories.pair(factories.mentor().member, factories.member())
    return proposed(pair, pair.mentee, in_days(5), in_days(6))


def test_the_same_time_picked_at_the_same_instant_is_one_meeting(two, at_once):
    click = clicked(two.mentorship.mentor, two, "pick", slot=slots(two)[0].pk)

    assert at_once([click] * 4) == [302] * 4
    assert state(two) == ("agreed", slots(two)[0].starts_at, ["picked"])
    for who in (two.mentorship.mentor, two.mentorship.mentee):
        assert len(mails(who, "meeting_set")) == 1


def test_two_times_picked_at_the_same_instant_end_as_one_of_them(two, at_once):
    first, second = slots(two)
    mentor = two.mentorship.mentor
    at_once([clicked(mentor, two, "pick", slot=first.pk), clicked(mentor, two, "pick", slot=second.pk)])

    assert state(two)[1] in (first.starts_at, second.starts_at)
    assert len(mails(mentor, "meeting_set")) == 1


def test_picked_and_taken_back_at_the_same_instant_is_one_of_both(two, at_once):
    pair = two.mentorship
    at_once([clicked(pair.mentor, two, "pick", slot=slots(two)[0].pk), clicked(pair.mentee, two, "close")])

    status, start, offers = state(two)
    told = len(mails(pair.mentor, "meeting_set")), len(mails(pair.mentor, "times_closed"))
    assert (status, bool(start), offers, told) in (
        ("agreed", True, ["picked"], (1, 0)),
        ("off", False, ["withdrawn"], (0, 1)),
    )
