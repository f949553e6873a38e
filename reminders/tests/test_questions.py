"""Product 5: every year each mentor is asked; one click and one confirm; two reminders, then off the list."""

from urllib.parse import urlsplit

import pytest

import factories
from mail.models import OutgoingMail
from mentoring.lib import walltime
from profiles.models import MentorProfile
from profiles.services import pause
from reminders.links import yes_link
from reminders.models import Question
from reminders.services import questions
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosalind(clock, mentor):
    """On the list since now."""
    MentorProfile.objects.update(published_at=clock.now)
    return mentor


def days(clock, number):
    """A sweep each third day."""
    for _turn in range(number // 3):
        now = clock.go(days=3)
        questions.ask_yearly(now)
        questions.remind_of_questions(now)
        questions.close_questions(now)


def profile():
    return MentorProfile.objects.get().status


def path(question):
    return urlsplit(yes_link(question)).path


def test_asked_after_a_year_reminded_twice_then_off_the_list(rosalind, clock):
    days(clock, 364)
    assert kinds(rosalind) == []
    days(clock, 60)

    assert kinds(rosalind) == ["still_willing"] * 3 + ["profile_rests"]
    assert profile() == "paused"
    asked = list(OutgoingMail.objects.order_by("pk")[:3])
    assert [outgoing.subject.split(":")[0] for outgoing in asked[1:]] == ["Reminder", "Last reminder"]
    left = walltime.to_local(Question.objects.get().closed_at, rosalind.time_zone)
    assert all(f"comes off the list on {left:%-d %B}." in outgoing.text for outgoing in asked)


def test_a_yes_is_enough_for_a_year(rosalind, clock, as_):
    days(clock, 366)
    address = path(Question.objects.get())
    page = as_(rosalind).get(address)
    assert page.status_code == 200 and not Question.objects.get().answered_at
    as_(rosalind).post(address)
    days(clock, 360)

    assert kinds(rosalind) == ["still_willing"]
    assert profile() == "published"


def test_a_late_yes_brings_the_profile_back(rosalind, clock, as_):
    days(clock, 420)
    assert profile() == "paused"
    as_(rosalind).post(path(Question.objects.get()))

    assert profile() == "published"
    days(clock, 300)
    assert profile() == "published"


def test_twice_is_once(rosalind, clock, as_):
    days(clock, 366)
    for _ in range(2):
        assert as_(rosalind).post(path(Question.objects.get())).status_code == 302

    assert Question.objects.get().answered_at


def test_mentorships_go_on(rosalind, clock, mentee):
    pair = factories.pair(rosalind, mentee)
    days(clock, 420)

    pair.refresh_from_db()
    assert (profile(), pair.status) == ("paused", "active")


def test_who_rests_is_not_asked(rosalind, clock):
    pause(MentorProfile.objects.get())
    days(clock, 420)

    assert kinds(rosalind) == []


def test_nobody_else_can_say_yes(rosalind, clock, as_, stranger):
    days(clock, 366)
    other = factories.mentor().member
    for who in (stranger, other):
        assert as_(who).post(path(Question.objects.get())).status_code == 404

    assert not Question.objects.get().answered_at


@pytest.mark.parametrize("change", [lambda t: t[:-1] + "x", lambda t: "2" + t[1:], lambda t: t.swapcase()])
def test_a_forged_link_opens_nothing(change, rosalind, clock, as_):
    days(clock, 366)
    token = path(Question.objects.get()).split("/")[2]

    assert as_(rosalind).post(f"/willing/{change(token)}/").status_code == 404


def test_the_home_page_asks_too(rosalind, clock, as_):
    assert "still want to be a mentor" not in as_(rosalind).get("/").content.decode()
    days(clock, 366)

    assert path(Question.objects.get()) in as_(rosalind).get("/").content.decode()
