"""Product 38: an answer that cannot be trusted, or comes too late, changes nothing and says why without a word of it."""

import pytest

from meetings.services import answers, keeping, rhythms
from meetings.tests.refused_answers import refused
from mentoring.lib import subaddress
from mentoring.lib.calendar.ics import reply_address
from mentorships import services as life
from testing import making
from testing.calendar_answers import PROGRAMS, answer, seat_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
every_program = pytest.mark.parametrize("program", PROGRAMS)


@every_program
def test_a_forged_token(program, seat):
    forged = reply_address("0" * 32)
    refused(answer(program, seat, "DECLINED", to=forged, organizer=forged), "nobody's event")


@every_program
def test_what_the_database_holds_of_an_address_is_no_address(program, seat, settings):
    """A8: a copy of the database answers nobody's invitation."""
    for guess in (seat.token, seat.token + "0" * 16):
        copied = subaddress.add_part(settings.CALENDAR_ADDRESS, guess)
        refused(answer(program, seat, "DECLINED", to=copied, organizer=copied), "no token")


@every_program
def test_a_right_token_with_the_uid_of_another(program, seat, rhythm, mentor):
    refused(answer(program, seat, "DECLINED", uid=seat_of(rhythm, mentor).uid), "nobody's event")


@every_program
def test_the_token_of_the_other_one_of_the_two(program, seat, meeting, mentee):
    """Nobody says no in another's name."""
    theirs = seat_of(meeting, mentee)
    raw = answer(program, seat, "DECLINED", uid=theirs.uid, to=reply_address(theirs.token))
    refused(raw, "a stranger's address")


@every_program
@pytest.mark.parametrize("place", ("sender", "attendee"))
def test_a_strangers_address(place, program, seat, stranger):
    refused(answer(program, seat, "DECLINED", **{place: stranger.email}), "a stranger's address")


@every_program
def test_an_address_that_was_never_confirmed(program, seat, mentor):
    mentor.emailaddress_set.create(email="else@test.example", verified=False)
    refused(answer(program, seat, "DECLINED", sender="else@test.example"), "a stranger's address")


@every_program
def test_a_yes_of_before_that_comes_again_after_a_no(program, seat):
    answers.take_reply(answer(program, seat, "DECLINED", minutes_later=5))
    refused(answer(program, seat, "ACCEPTED", minutes_later=0), "late")


@every_program
def test_a_moment_that_is_still_to_come(program, seat):
    """Or no later answer could ever be newer."""
    refused(answer(program, seat, "ACCEPTED", minutes_later=60), "from the future")


@every_program
def test_an_answer_to_the_time_before_it_was_moved(program, seat, meeting, mentee):
    was = meeting.starts_at
    making.moved(meeting, mentee, making.in_days(9))
    refused(answer(program, seat, "DECLINED", sequence=0, starts=was, minutes_later=5), "late")


@every_program
def test_an_answer_to_the_time_before_one_of_a_rhythm_was_moved(program, rhythm, mentor, mentee):
    one = rhythm.meetings.order_by("planned")[2]
    early = answer(program, seat_of(rhythm, mentor), "DECLINED", one=one, minutes_later=5)
    making.moved(one, mentee, making.in_days(40))
    refused(early, "late")


@every_program
def test_after_it_was_called_off(program, seat, meeting, mentee):
    keeping.cancel(meeting, by=mentee)
    refused(answer(program, seat, "DECLINED", minutes_later=5), "late")


@every_program
def test_after_the_rhythm_has_ended(program, rhythm, mentor, mentee):
    one, seat = rhythm.meetings.order_by("planned")[2], seat_of(rhythm, mentor)
    raws = [answer(program, seat, "DECLINED", minutes_later=5, one=one), answer(program, seat, "DECLINED")]
    rhythms.end(rhythm, by=mentee)
    for raw in raws:
        refused(raw, "late")


@every_program
def test_after_one_of_the_rhythm_was_called_off(program, rhythm, mentor, mentee):
    one = rhythm.meetings.order_by("planned")[2]
    keeping.cancel(one, by=mentee)
    refused(answer(program, seat_of(rhythm, mentor), "DECLINED", one=one), "late")


@pytest.mark.parametrize("verb", (life.pause, life.end))
def test_once_the_pair_rests_or_has_ended(verb, two, seat, mentor):
    """Also in the seconds before the worker comes by."""
    verb(two, by=mentor)
    refused(answer("google", seat, "DECLINED"), "late")


def test_once_it_is_over(seat, clock):
    clock.go(days=8)
    refused(answer("google", seat, "DECLINED"), "late")


def test_a_day_on_which_the_rhythm_does_not_meet(rhythm, mentor):
    one = rhythm.meetings.order_by("planned")[2]
    one.planned = one.planned.replace("T16:00", "T17:00")
    refused(answer("apple", seat_of(rhythm, mentor), "DECLINED", one=one), "late")
