"""Product 21: no request dies in silence."""

import pytest

import factories
from mail.models import OutgoingMail
from matching import services as asking
from matching.models import MentorRequest, RequestStatus
from mentoring.lib import walltime
from profiles.models import MentorProfile
from reminders.models import Question
from reminders.services import questions, requests
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(clock, mentor, mentee):
    """Amina has asked Rosalind, at noon."""
    request = asking.send_request(mentee=mentee, mentor=mentor, focus="specific-skill", message="Would you?")
    OutgoingMail.objects.all().delete()
    return request


def days(clock, number):
    for _turn in range(6 * number):
        requests.remind_of_requests(clock.go(hours=4))
        requests.lapse_requests(clock.now)


def status():
    return MentorRequest.objects.get().status


def test_reminded_on_days_three_and_seven_and_over_on_day_fourteen(asked, clock, mentor, mentee):
    days(clock, 20)

    assert kinds(mentor) == ["request_waits", "request_waits_still", "matching/request_expired"]
    assert kinds(mentee) == ["matching/request_expired"]
    assert status() == RequestStatus.EXPIRED


def test_mails_name_days_not_numbers_of_them(asked, clock, mentor):
    """Product 21: the numbers are settings."""
    since = walltime.to_local(asked.sent_at, mentor.time_zone)
    days(clock, 20)

    told = {
        outgoing.kind.rpartition("/")[2]: outgoing.text for outgoing in OutgoingMail.objects.filter(to=mentor)
    }
    assert f"asked you on {since:%-d %B} to be" in told["request_waits_still"]
    assert f"sent you on {since:%-d %B} has expired" in told["request_expired"]


@pytest.mark.parametrize(("days", "sent"), [(2, []), (3, ["request_waits"]), (8, ["request_waits_still"])])
def test_on_the_day_and_late_one_stands_for_two(days, sent, asked, clock, mentor):
    requests.remind_of_requests(clock.go(days=days))
    requests.remind_of_requests(clock.go(hours=1))

    assert kinds(mentor) == sent


@pytest.mark.parametrize("decided", ["declined", "accepted", "withdrawn"])
def test_once_it_is_decided_nobody_is_reminded(decided, asked, clock, mentor, mentee):
    {
        "declined": asking.decline_request,
        "accepted": asking.accept_request,
        "withdrawn": asking.withdraw_request,
    }[decided](asked)
    OutgoingMail.objects.all().delete()
    days(clock, 20)

    assert kinds(mentor) == kinds(mentee) == []


def test_the_asker_reads_ways_on(asked, clock, mentee):
    requests.lapse_requests(clock.go(days=14))
    text = OutgoingMail.objects.get(to=mentee).text

    assert "People can be busy, away or ill" in text
    assert asked.get_absolute_url() in text
    assert "Would you?" not in text


def test_it_waits_for_the_mentors_morning(asked, clock, mentor):
    requests.remind_of_requests(clock.go(days=3, hours=10))  # ten in the evening
    assert kinds(mentor) == []

    requests.remind_of_requests(clock.go(hours=10))
    assert kinds(mentor) == ["request_waits"]


def another(mentor, clock):
    request = asking.send_request(
        mentee=factories.member(), mentor=mentor, focus="specific-skill", message="And me?"
    )
    requests.lapse_requests(clock.go(days=14))
    return request


def test_two_in_a_row_ask_the_mentor_and_without_an_answer_the_profile_rests(asked, clock, mentor):
    requests.lapse_requests(clock.go(days=14))
    assert not Question.objects.exists()
    another(mentor, clock)
    assert kinds(mentor)[-1] == "still_with_us"
    questions.close_questions(clock.go(days=13))
    assert MentorProfile.objects.get().status == "published"

    now = clock.go(days=1)
    questions.close_questions(now)
    assert MentorProfile.objects.get().status == "paused"
    assert kinds(mentor)[-1] == "profile_rests"
    question_text = OutgoingMail.objects.get(kind="reminders/still_with_us").text
    assert f"pause your profile on {walltime.to_local(now, mentor.time_zone):%-d %B}." in question_text


def test_an_answer_between_the_two_is_an_answer(asked, clock, mentor):
    requests.lapse_requests(clock.go(days=14))
    said_no = asking.send_request(
        mentee=factories.member(), mentor=mentor, focus="specific-skill", message="Me?"
    )
    clock.go(days=1)
    asking.decline_request(said_no)
    another(mentor, clock)

    assert not Question.objects.exists()


def test_side_by_side_it_lapses_once(at_once, monkeypatch):
    from django.utils import timezone

    request = factories.request(factories.member(), factories.mentor().member)
    MentorRequest.objects.update(expires_at=timezone.now())
    counts = at_once([lambda: requests.lapse_requests(timezone.now())] * 4)

    assert sum(counts) == 1
    assert OutgoingMail.objects.filter(kind="matching/request_expired").count() == 2
    assert MentorRequest.objects.get(pk=request.pk).status == RequestStatus.EXPIRED
