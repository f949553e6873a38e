"""Product 38: an answer from somebody's calendar comes back, whichever of three programs sends it."""

import pytest

from mail.models import OutgoingMail
from meetings.models import Meeting, OccurrenceResponse, PartStat
from meetings.services import answers
from testing import making
from testing.calendar_answers import PROGRAMS, answer, seat_of
from testing.meeting_pages import all_of, lives_in, mails

pytestmark = pytest.mark.django_db
every_program = pytest.mark.parametrize("program", PROGRAMS)
every_answer = pytest.mark.parametrize("said", ("ACCEPTED", "DECLINED", "TENTATIVE"))


@pytest.fixture
def two(clock, pair, mentor, mentee, settings):
    """In Nairobi and in Lincoln; answers are read."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    lives_in("Africa/Nairobi", mentee)
    lives_in("America/Chicago", mentor)
    return pair


@pytest.fixture
def meeting(two, mentee):
    return making.agreed(two, mentee)


@pytest.fixture
def rhythm(two, mentee):
    """Each second Tuesday at four in Nairobi."""
    return making.rhythm(two, mentee, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")


def third(rhythm):
    return rhythm.meetings.order_by("planned")[2]


@every_answer
@every_program
def test_to_a_single_meeting(program, said, meeting, mentor):
    seat = seat_of(meeting, mentor)
    answers.take_reply(answer(program, seat, said))

    seat.refresh_from_db()
    assert seat.answer == said
    assert Meeting.objects.get().status == "agreed"


@every_answer
@every_program
def test_to_a_whole_rhythm(program, said, rhythm, mentor):
    seat = seat_of(rhythm, mentor)
    answers.take_reply(answer(program, seat, said))

    seat.refresh_from_db()
    assert seat.answer == said
    assert not OccurrenceResponse.objects.exists()


@pytest.mark.parametrize("who", ("mentor", "mentee"))
@every_answer
@every_program
def test_to_one_of_a_rhythm_by_whatever_name_the_program_has_for_it(program, said, who, rhythm, request):
    """In UTC, in Windows' name for the zone of whoever answers, in the zone of the rhythm."""
    seat, one = seat_of(rhythm, request.getfixturevalue(who)), third(rhythm)
    answers.take_reply(answer(program, seat, said, one=one))

    assert OccurrenceResponse.objects.get().meeting == one
    assert OccurrenceResponse.objects.get().answer == said
    seat.refresh_from_db()
    assert seat.answer == PartStat.NONE


@every_program
def test_to_one_of_a_rhythm_that_was_moved(program, rhythm, mentor, mentee):
    one = making.moved(third(rhythm), mentee, making.in_days(40))
    seat = seat_of(rhythm, mentor)
    answers.take_reply(answer(program, seat, "ACCEPTED", one=one))

    assert OccurrenceResponse.objects.get().meeting == one


@every_program
def test_to_one_of_a_rhythm_with_the_number_of_the_whole(program, rhythm, mentor, mentee):
    """As Nextcloud and others answer, when another one has been moved since."""
    making.moved(third(rhythm), mentee, making.in_days(40))
    seat, one = seat_of(rhythm, mentor), rhythm.meetings.order_by("planned")[0]
    answers.take_reply(answer(program, seat, "ACCEPTED", one=one, sequence=0))

    assert OccurrenceResponse.objects.get().meeting == one


def test_in_a_zone_that_nobody_knows_it_is_the_wall_of_the_rhythm(rhythm, mentor):
    seat, one = seat_of(rhythm, mentor), third(rhythm)
    mine = f'RECURRENCE-ID;TZID="(UTC+03:00) Nairobi":{one.planned.replace("-", "").replace(":", "")}00\n'
    answers.take_reply(answer("outlook", seat, "DECLINED", one=one, planned_windows=mine))

    assert OccurrenceResponse.objects.get().meeting == one


@every_program
def test_a_no_is_told_to_the_other_once_without_a_word_of_it(program, meeting, mentor, mentee):
    """P29: however often it is said."""
    OutgoingMail.objects.all().delete()
    for minutes in (1, 2, 3):
        answers.take_reply(answer(program, seat_of(meeting, mentor), "DECLINED", minutes_later=minutes))

    [outgoing] = mails(mentee)
    assert outgoing.kind == "meetings/calendar_declined"
    assert not [word for word in ("Secretwords", "lawyer") if word in all_of(outgoing)]
    assert mails(mentor) == []


def test_a_no_to_another_time_is_told_again(meeting, mentor, mentee):
    answers.take_reply(answer("google", seat_of(meeting, mentor), "DECLINED"))
    making.moved(meeting, mentee, making.in_days(9))
    answers.take_reply(answer("google", seat_of(meeting, mentor), "DECLINED", minutes_later=5))

    assert len(mails(mentee, "calendar_declined")) == 2


@pytest.mark.parametrize("said", ("ACCEPTED", "TENTATIVE"))
def test_a_yes_is_told_to_nobody(said, meeting, rhythm, mentor):
    before = OutgoingMail.objects.count()
    answers.take_reply(answer("google", seat_of(meeting, mentor), said))
    answers.take_reply(answer("google", seat_of(rhythm, mentor), said))

    assert OutgoingMail.objects.count() == before


def test_the_newest_answer_holds(meeting, mentor):
    seat = seat_of(meeting, mentor)
    for minutes, said in enumerate(("TENTATIVE", "DECLINED", "ACCEPTED")):
        answers.take_reply(answer("apple", seat, said, minutes_later=minutes))

    seat.refresh_from_db()
    assert seat.answer == PartStat.ACCEPTED


def test_moved_the_question_is_open_again(meeting, rhythm, mentor, mentee):
    answers.take_reply(answer("google", seat_of(meeting, mentor), "ACCEPTED"))
    answers.take_reply(answer("google", seat_of(rhythm, mentor), "ACCEPTED", one=third(rhythm)))
    making.moved(meeting, mentee, making.in_days(9))
    making.moved(third(rhythm), mentee, making.in_days(40))

    assert seat_of(meeting, mentor).answer == PartStat.NONE
    assert not OccurrenceResponse.objects.exists()


def test_from_another_confirmed_address_of_the_same_person(meeting, mentor):
    """People read their calendar at work and their mail at home."""
    mentor.emailaddress_set.create(email="Rosalind@Work.example", verified=True)
    mine = {"sender": "rosalind@work.example", "attendee": mentor.email.upper()}
    answers.take_reply(answer("outlook", seat_of(meeting, mentor), "ACCEPTED", **mine))

    assert seat_of(meeting, mentor).answer == PartStat.ACCEPTED
