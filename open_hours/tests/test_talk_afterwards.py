"""Product 69: afterwards one question to both. Two yeses begin a mentorship; a single answer is shown to nobody."""

import pytest

import factories
from mentorships import services
from mentorships.models import Mentorship
from open_hours.models import Booking, BookingStatus
from open_hours.services import afterwards, follow_up
from open_hours.services.locking import Conflict
from profiles.models import MentorProfile
from testing.pages import main_text
from testing.talks import booked, mails, over

pytestmark = pytest.mark.django_db
YES, NO = {"happened": "yes", "goes_on": "yes"}, {"happened": "yes", "goes_on": "no"}


@pytest.fixture
def booking(mentor, mentee):
    return over(booked(mentor, mentee))


def say(client, booking, typed):
    return client.post(f"{booking.get_absolute_url()}afterwards/", typed, follow=True)


def test_both_are_asked_once_after_its_end(booking, mentor, mentee, as_):
    assert follow_up.ask() == 1 and follow_up.ask() == 0
    for member in (mentor, mentee):
        [mail] = mails(member, "talk_over")
        assert "Answer two questions" in mail.text
        assert "Tell us about your talk" in as_(member).get("/").content.decode()


def test_two_yeses_begin_a_mentorship_at_once(booking, mentor, mentee, as_):
    first = main_text(say(as_(mentee), booking, YES))
    assert Mentorship.objects.count() == 0 and "If you both say yes" in first
    answer = say(as_(mentor), booking, YES)

    pair = Mentorship.objects.get()
    assert (pair.mentor, pair.mentee, pair.focus) == (mentor, mentee, booking.focus)
    assert answer.redirect_chain[-1][0] == pair.get_absolute_url()
    for member in (mentor, mentee):
        [mail] = mails(member, "talk_led_on")
        assert str(pair.code) in mail.text
    assert MentorProfile.objects.get(member=mentor).active == 1


def test_a_second_click_leads_to_the_mentorship_too(booking, mentor, mentee, as_):
    """Fault F17: on a slow line it read “This talk has changed”, although the pair had begun."""
    say(as_(mentee), booking, YES)
    for _click in range(2):
        answer = say(as_(mentor), booking, YES)

        assert answer.redirect_chain[-1][0] == Mentorship.objects.get().get_absolute_url()


@pytest.mark.parametrize("answer", [YES, NO])
def test_one_answer_is_never_shown_to_the_other(answer, booking, mentor, mentee, as_):
    before = main_text(as_(mentor).get(booking.get_absolute_url())).replace(
        "This talk is over.", "You talked."
    )
    say(as_(mentee), booking, answer)
    after = as_(mentor).get(booking.get_absolute_url())

    assert main_text(after) == before.replace("This talk is over.", "You talked.")
    assert after.context["form"]["goes_on"].value() is None
    assert mails(mentor, "talk_led_on") == mails(mentor, "no_room_yet") == []


def test_a_yes_and_a_no_begin_nothing_and_tell_nobody(booking, mentor, mentee, as_):
    yes = main_text(say(as_(mentee), booking, YES))
    no = main_text(say(as_(mentor), booking, NO))

    assert Mentorship.objects.count() == 0
    assert [len(mails(member)) for member in (mentor, mentee)] == [1, 1]
    assert "If you both say yes" in yes and "If you both say yes" in no


def test_without_room_both_are_told_and_the_answers_stay(booking, mentor, mentee, as_):
    MentorProfile.objects.filter(member=mentor).update(capacity=1)
    other = factories.pair(mentor, factories.member())
    say(as_(mentee), booking, YES)
    page = main_text(say(as_(mentor), booking, YES))
    assert "as soon as the mentor has room" in page and Mentorship.objects.count() == 1
    say(as_(mentee), booking, YES)
    assert [len(mails(member, "no_room_yet")) for member in (mentor, mentee)] == [1, 1]
    assert "has no room" in main_text(as_(mentee).get(booking.get_absolute_url()))

    services.end(other, by=mentor)
    assert "Your mentorship has begun" in main_text(say(as_(mentee), booking, YES))


def test_who_has_changed_their_mind_while_there_was_no_room_begins_nothing(booking, mentor, mentee, as_):
    MentorProfile.objects.filter(member=mentor).update(capacity=1)
    other = factories.pair(mentor, factories.member())
    for member in (mentee, mentor):
        say(as_(member), booking, YES)
    say(as_(mentee), booking, NO)
    services.end(other, by=mentor)
    say(as_(mentor), booking, YES)

    assert Mentorship.objects.filter(mentee=mentee).count() == 0


def test_it_did_not_happen_is_said_kindly_once(booking, mentor, mentee, as_):
    page = main_text(say(as_(mentee), booking, {"happened": "no"}))
    say(as_(mentee), booking, {"happened": "no"})

    assert "That happens" in page and "See other free times" in page
    [mail] = mails(mentor, "talk_missed")
    assert "many reasons" in mail.text
    assert Booking.objects.get().status == BookingStatus.MISSED
    say(as_(mentor), booking, YES)
    assert Booking.objects.get().status == BookingStatus.HELD


def test_who_says_that_it_took_place_is_not_overruled(booking, mentor, mentee, as_):
    say(as_(mentee), booking, YES)
    answer = say(as_(mentor), booking, {"happened": "no"})

    assert answer.status_code == 409 and "took place" in main_text(answer)
    assert Booking.objects.get().status == BookingStatus.HELD


def test_after_fourteen_days_it_is_closed_and_nobody_is_told(booking, mentor, mentee, as_, monkeypatch):
    from datetime import timedelta

    from django.utils import timezone

    late = timezone.now() + timedelta(days=15)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    with pytest.raises(Conflict):
        afterwards.answer(booking, by=mentee, happened=True, goes_on=True)

    assert follow_up.ask() == 0 and mails(mentee, "talk_over") == []


@pytest.mark.parametrize("typed", [{}, {"happened": "perhaps"}, {"happened": "yes"}, YES | {"goes_on": "x"}])
def test_bad_input_is_refused(typed, booking, mentee, as_):
    assert say(as_(mentee), booking, typed).status_code == 422
    assert Booking.objects.get().mentee_goes_on is None


def test_not_before_it_is_over_and_not_by_a_stranger(mentor, mentee, stranger, as_):
    ahead = booked(mentor, mentee)

    assert say(as_(mentee), ahead, YES).status_code == 409
    assert say(as_(stranger), ahead, YES).status_code == 404
    assert Booking.objects.get().mentee_goes_on is None
