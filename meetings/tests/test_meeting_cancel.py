"""Product 37 and 38: a meeting is called off alone; both are told, and nothing is left of it ahead."""

import pytest
from django.test import Client

import factories
from meetings.models import Meeting
from meetings.services import offering
from mentorships import services as life
from testing.making import agreed, in_days, proposed, put_back, rhythm
from testing.meeting_pages import all_of, mails, of, openly, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


def status(meeting):
    return Meeting.objects.values_list("status", flat=True).get(pk=meeting.pk)


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_either_calls_it_off_and_both_are_told(who, meeting, pair, as_, mentor, mentee, request):
    client = as_(request.getfixturevalue(who))
    assert "You do not need to give a reason" in main_text(client.get(of(pair, meeting, "cancel")))
    assert status(meeting) == "agreed"
    page = main_text(client.post(of(pair, meeting, "cancel"), follow=True))

    assert "Meeting cancelled. We’ll email you both a calendar update." in page
    assert status(meeting) == "cancelled"
    told = [len(mails(one, "meeting_cancelled")) for one in (mentor, mentee)]
    assert told == [1, 1]
    for page in (of(pair), "/meetings/"):
        assert str(meeting.code) not in client.get(page).content.decode()


def test_the_mail_says_who_to_those_who_want_names_and_never_where(meeting, pair, as_, mentor, mentee):
    openly(mentor)
    as_(mentee).post(of(pair, meeting, "cancel"))

    [told], [mine] = mails(mentor, "meeting_cancelled"), mails(mentee, "meeting_cancelled")
    assert "Amina Otieno has cancelled the meeting" in told.text
    assert "You’ve cancelled the meeting" in mine.text and "Rosalind" not in all_of(mine)
    assert "rooms.example" not in told.text + told.html + mine.text + all_of(mine)


def test_a_double_click_calls_it_off_once(meeting, pair, as_, mentor, mentee):
    for _ in range(2):
        as_(mentee).post(of(pair, meeting, "cancel"))

    assert [len(mails(one, "meeting_cancelled")) for one in (mentor, mentee)] == [1, 1]


def test_two_who_call_it_off_at_once_are_told_once(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    meeting = agreed(pair, pair.mentee)

    def click(who):
        client = Client()
        client.force_login(who)
        return client.post(of(pair, meeting, "cancel")).status_code

    assert at_once([lambda: click(pair.mentor), lambda: click(pair.mentee)]) == [302, 302]
    assert [len(mails(one, "meeting_cancelled")) for one in (pair.mentor, pair.mentee)] == [1, 1]


def test_one_of_a_rhythm_goes_alone(pair, as_, mentor, mentee):
    rows = rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU").meetings.order_by("starts_at")
    first, second = rows[:2]
    assert "This cancels only this meeting" in main_text(as_(mentor).get(of(pair, first, "cancel")))
    as_(mentor).post(of(pair, first, "cancel"))

    assert (status(first), status(second)) == ("cancelled", "agreed")
    assert rows.filter(status="cancelled").count() == 1


def test_a_new_one_is_proposed_where_one_was_called_off(meeting, pair, as_, mentee):
    as_(mentee).post(of(pair, meeting, "cancel"))

    assert says(as_(mentee), of(pair, meeting), "Meeting cancelled.") == ["Meeting cancelled."]
    assert as_(mentee).get(of(pair, meeting, "offer")).url == of(pair, meeting)
    assert as_(mentee).get(of(pair, meeting, "cancel")).url == of(pair, meeting)


def test_what_is_over_is_not_called_off(meeting, pair, as_, mentee, mentor):
    put_back(meeting, days=1)
    page = main_text(as_(mentee).post(of(pair, meeting, "cancel"), follow=True))

    assert "It’s already over" in page and status(meeting) == "agreed"
    assert as_(mentee).get(of(pair, meeting, "cancel")).url == of(pair, meeting)
    assert mails(mentor, "meeting_cancelled") == []


def test_times_on_offer_are_taken_back_and_not_called_off(pair, as_, mentee):
    meeting = proposed(pair, mentee, in_days(4))
    as_(mentee).post(of(pair, meeting, "cancel"))

    assert status(meeting) == "proposed"
    assert offering.open_of(meeting).exists()


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
def test_of_a_pair_that_does_not_go_on_the_end_says_it(verb, meeting, pair, as_, mentor, mentee):
    """The worker calls it off, and says why; nobody is told twice."""
    verb(pair, by=mentor)
    page = main_text(as_(mentee).post(of(pair, meeting, "cancel"), follow=True))

    assert {life.pause: "It’s paused at the moment", life.end: "has ended"}[verb] in page
    assert mails(mentor, "meeting_cancelled") == []
