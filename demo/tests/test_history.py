"""The first hour: signed in, the demonstration has half a year of life in it, relative to today."""

import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from feedback.models import Feedback, FeedbackAnswer
from mail.models import OutgoingMail
from matching.models import MentorRequest, Wish
from meetings.models import Meeting
from mentorships.models import Agreement, Goal, Mentorship, NoteVersion, OwnNote, Step
from profiles.models import Member
from programmes.models import Programme, VisiblePair
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
KEPT = (
    Mentorship,
    Feedback,
    FeedbackAnswer,
    Agreement,
    Goal,
    Step,
    NoteVersion,
    OwnNote,
    Meeting,
    Wish,
    MentorRequest,
)


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """The demonstration, told once for all that only look at it; undone afterwards. Seconds that it took."""
    with django_db_blocker.unblock(), transaction.atomic():
        began = time.process_time()
        call_command("demo")
        yield time.process_time() - began
        transaction.set_rollback(True)


def somebody(name):
    return Member.objects.get(email=f"{name}@demo.example")


def counts():
    return [model.objects.count() for model in KEPT]


def test_the_two_have_half_a_year_behind_them_in_seconds(told):
    assert told < 20
    pair = Mentorship.objects.get(kind="mentoring")
    assert (pair.mentee, pair.mentor) == (somebody("mentee"), somebody("mentor"))
    assert 180 < (timezone.now() - pair.began_at).days < 195
    assert [agreement.number for agreement in pair.agreements.exclude(agreed_at=None).order_by("number")] == [
        1,
        2,
    ]
    assert {letter.author for letter in pair.feedback.given()} == {pair.mentee, pair.mentor}
    assert {meeting.status for meeting in pair.meetings.all()} == {"held", "agreed"}
    assert min(counts()) >= 1


@pytest.mark.usefixtures("told")
def test_requests_of_every_outcome_and_one_wish_wait_for_the_mentee():
    mine = MentorRequest.objects.filter(mentee=somebody("mentee"))
    assert sorted(mine.values_list("status", flat=True)) == ["accepted", "expired", "open"]
    assert Wish.objects.get().member == somebody("mentee")


@pytest.mark.usefixtures("told")
def test_only_the_mails_of_the_last_days_are_still_to_go_out():
    written = OutgoingMail.objects.exclude(kind="coordination/week_of_coordinator")  # on Mondays
    written = written.values_list("kind", "written_at")
    assert {kind for kind, _at in written} == {
        "feedback/feedback_requested",
        "matching/request_received",
        "matching/request_sent",
        "open_hours/talk_booked",
    }
    assert all(timezone.now() - at < timedelta(days=3) for _kind, at in written)


@pytest.mark.usefixtures("told")
def test_each_reads_it_and_the_newcomer_has_an_empty_desk(as_):
    pair = Mentorship.objects.get(kind="mentoring")

    for who in ("mentee", "mentor"):
        assert "Half a year." in main_text(as_(somebody(who)).get(f"{pair.get_absolute_url()}feedback/"))
    newcomer = as_(somebody("newcomer"))
    assert newcomer.get(pair.get_absolute_url()).status_code == 404
    for url in ("/mentorships/", "/requests/"):
        assert "Ferreira" not in main_text(newcomer.get(url))


@pytest.mark.usefixtures("told")
def test_a_second_time_adds_nothing():
    before = counts()
    call_command("demo")

    assert counts() == before


def test_one_programme_runs_with_a_pair_in_it_and_one_is_open():
    """Product 49, 50: relative to today, with milestones that were and that come."""
    running, open_one = Programme.objects.order_by("starts_on")
    today = timezone.localdate()

    assert running.is_running(today) and open_one.takes_sign_ups(today)
    assert running.enrolments.count() == 4 and VisiblePair.objects.get().ticks.count() == 1
    days = [milestone.day for milestone in running.milestones.exclude(starts_at=None)]
    assert min(days) < today < max(days)
    assert open_one.is_for_qualification and not open_one.visible_enrolments.exists()
