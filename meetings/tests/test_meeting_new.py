"""Product 37 and 39: one proposes up to five times, or lets the other choose; by what means, and where."""

import pytest
from django.db import connection
from django.test import Client

import factories
from meetings.models import Meeting, Slot, TimesOffer
from testing.making import in_days, proposed
from testing.meeting_pages import HOW, ROOM, all_of, mails, of, openly, times
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(pair):
    return of(pair, "new")


@pytest.mark.parametrize("number", [1, 5])
def test_up_to_five_times_are_offered_and_the_other_is_told(number, new, as_, pair, mentee):
    local_times = [in_days(3 + day, mentee.time_zone) for day in range(number)]
    answer = as_(mentee).post(new, times(*local_times), follow=True)

    meeting = pair.meetings.get()
    assert answer.redirect_chain[-1][0] == of(pair, meeting)
    assert "We’ll email Rosalind, who can pick one." in main_text(answer)
    assert meeting.status == "proposed" and meeting.starts_at is None
    assert Slot.objects.filter(offer__meeting=meeting, offer__by=mentee).count() == number
    assert len(mails(pair.mentor, "times_offered")) == 1 and mails(mentee) == []


def test_the_other_may_be_asked_to_choose(new, as_, pair, mentee):
    answer = as_(mentee).post(new, HOW | {"you_choose": "1"}, follow=True)

    assert "Asked for times. We’ll email Rosalind." in main_text(answer)
    assert TimesOffer.objects.get().slots.count() == 0
    assert mails(pair.mentor)[0].subject == "Please suggest some times to meet"
    page = main_text(as_(pair.mentor).get(of(pair, pair.meetings.get())))
    assert "Amina would like you to suggest a few times" in page and "Suggest times" in page


def test_a_sixth_time_is_not_kept(new, as_, pair, mentee):
    as_(mentee).post(new, times(*(in_days(3 + day) for day in range(6))))

    assert Slot.objects.count() == 5


def test_the_same_time_twice_is_one(new, as_, mentee):
    as_(mentee).post(new, times(in_days(3), in_days(3)))

    assert Slot.objects.count() == 1


@pytest.mark.parametrize("means", ["in-person", "phone", "email", "chat"])
def test_a_place_that_is_no_link_stays_text(means, new, as_, pair, mentee):
    """Product 39; hostile words are shown as text."""
    place = "javascript:alert(1) <img src=x onerror=alert(1)> https://maps.example/?a=1&b=2"
    as_(mentee).post(new, times(in_days(4), means=means, place=place))

    page = as_(pair.mentor).get(of(pair, pair.meetings.get())).content.decode()
    assert 'href="javascript' not in page and "<img src=x" not in page
    assert 'href="https://maps.example/?a=1&amp;b=2"' in page


def test_the_place_is_sealed(new, as_, pair, mentee):
    as_(mentee).post(new, times(in_days(4)))

    with connection.cursor() as cursor:
        cursor.execute("SELECT place FROM meetings_meeting")
        [[raw]] = cursor.fetchall()
    assert len(bytes(raw)) > 40 and b"rooms" not in bytes(raw) and b"amina" not in bytes(raw)
    for who in (pair.mentor, mentee):
        assert ROOM in main_text(as_(who).get(of(pair, pair.meetings.get())))


def test_a_double_click_is_one_meeting_and_one_mail(new, as_, pair, mentee):
    for _ in range(2):
        as_(mentee).post(new, times(in_days(4), in_days(5)))

    assert (pair.meetings.count(), TimesOffer.objects.count(), len(mails(pair.mentor))) == (1, 1, 1)


def test_two_clicks_at_once_are_one_meeting(at_once):
    two = factories.pair(factories.mentor().member, factories.member())

    def click():
        client = Client()
        client.force_login(two.mentee)
        return client.post(of(two, "new"), times(in_days(4))).status_code

    assert at_once([click] * 4) == [302] * 4
    assert (Meeting.objects.count(), len(mails(two.mentor))) == (1, 1)


def test_another_wish_within_the_minute_is_another_meeting(new, as_, pair, mentee):
    """Not a double click: the times are the same, and it is by phone now."""
    as_(mentee).post(new, times(in_days(4)))
    as_(mentee).post(new, times(in_days(4), means="phone", place="+254 700"))

    assert sorted(row.means for row in pair.meetings.all()) == ["phone", "video"]


def test_the_mail_names_nobody_and_no_place(new, as_, pair, mentee):
    as_(mentee).post(new, times(in_days(4)))

    [outgoing] = mails(pair.mentor)
    assert outgoing.subject == "Please pick a time to meet"
    assert "Amina" not in all_of(outgoing) and "Otieno" not in all_of(outgoing)
    assert "rooms.example" not in all_of(outgoing)


def test_the_mail_names_the_other_to_whoever_wants_that_and_still_no_place(new, as_, pair, mentee):
    openly(pair.mentor)
    as_(mentee).post(new, times(in_days(4)))

    [outgoing] = mails(pair.mentor)
    assert outgoing.subject == "Amina Otieno has offered times to meet"
    assert "rooms.example" not in all_of(outgoing)


def test_the_form_begins_as_last_time(new, as_, pair, mentor, mentee):
    proposed(pair, mentee, in_days(3), means="phone", minutes=90, place="+254 700 000 000")
    page = as_(mentee).get(new).content.decode()
    assert 'value="+254 700 000 000"' in page
    assert '<option value="90" selected' in page and 'value="phone" selected' in page

    page = as_(mentor).get(new).content.decode()  # who proposed nothing yet
    assert "+254" not in page and '<option value="60" selected' in page
