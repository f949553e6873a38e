"""Product 37 and 27: a clash with a meeting of one’s own is pointed out; nobody learns of the other’s."""

from datetime import timedelta

import pytest

import factories
from meetings.models import Meeting
from testing.making import agreed, in_days
from testing.meeting_pages import of, times
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(pair):
    return of(pair, "new")


def other_meeting(member, partner=None, **facts):
    """A meeting of theirs with somebody else, four days ahead at three."""
    other = factories.pair(partner or factories.mentor(name="Olu Else").member, member)
    return agreed(other, member, in_days(4, member.time_zone), **facts)


def test_a_clash_with_a_meeting_of_ones_own_is_pointed_out(new, as_, pair, mentee):
    other_meeting(mentee)
    page = main_text(as_(mentee).post(new, times(in_days(4) + timedelta(minutes=30)), follow=True))

    assert "You already have another meeting then" in page and "15:00" in page
    assert pair.meetings.count() == 1  # said, not forbidden
    assert "you have another meeting then" in main_text(as_(mentee).get(of(pair, pair.meetings.get())))


@pytest.mark.parametrize("minutes", [-60, 60])
def test_one_that_ends_as_the_other_begins_is_no_clash(minutes, new, as_, mentee):
    other_meeting(mentee)
    data = times(in_days(4) + timedelta(minutes=minutes))

    assert "another meeting then" not in main_text(as_(mentee).post(new, data, follow=True))


def test_of_several_times_only_the_one_that_clashes_is_marked(new, as_, pair, mentee):
    other_meeting(mentee)
    local_times = [in_days(4) + timedelta(minutes=minutes) for minutes in (-60, 0, 60)]
    page = main_text(as_(mentee).post(new, times(*local_times), follow=True))

    assert page.count("You already have another meeting then") == 1
    assert page.count("you have another meeting then") == 1


def test_nobody_is_told_of_the_meetings_the_other_has(new, as_, pair, mentee):
    """Product 27."""
    third = factories.mentor(name="Olu Else").member
    other_meeting(pair.mentor, third)
    data = times(in_days(4))
    pages = [
        main_text(as_(mentee).post(new, data, follow=True)),
        main_text(as_(mentee).get(of(pair, pair.meetings.get()))),
    ]

    assert not any("another meeting" in page or "Olu" in page for page in pages)
    assert "another meeting" in main_text(as_(pair.mentor).get(of(pair, pair.meetings.get())))


def test_one_called_off_clashes_no_more(new, as_, mentee):
    meeting = other_meeting(mentee)
    Meeting.objects.filter(pk=meeting.pk).update(status="cancelled")

    data = times(in_days(4))
    assert "another meeting then" not in main_text(as_(mentee).post(new, data, follow=True))
