"""Product 69: one reminder about a day before, and nothing that is due happens twice."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

import factories
from conduct.models import Block
from mentoring.lib.registry.personal_data import RETENTION
from open_hours.models import Booking, BookingStatus, Talk, TalkDay, TalkStatus, TalkWait
from open_hours.services import cancelling, follow_up, waiting
from privacy import account_closure
from reminders.services import sweep
from testing.logins import as_login, make
from testing.talks import booked, mails, offered, over

pytestmark = pytest.mark.django_db
postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")


def soon(booking):
    """It begins in twenty hours, and was booked long ago."""
    at = timezone.now() + timedelta(hours=20)
    Talk.objects.filter(pk=booking.talk_id).update(starts_at=at, ends_at=at + timedelta(minutes=30))
    Booking.objects.filter(pk=booking.pk).update(booked_at=at - timedelta(days=9))


def test_both_are_reminded_once(mentor, mentee):
    booking = booked(mentor, mentee)
    assert follow_up.remind() == 0
    soon(booking)

    assert [follow_up.remind(), follow_up.remind()] == [1, 0]
    assert [len(mails(member, "talk_soon")) for member in (mentor, mentee)] == [1, 1]


def test_a_talk_booked_the_same_day_needs_no_reminder(mentor, mentee):
    booked(mentor, mentee, hours=20)

    assert follow_up.remind() == 0 and mails(mentor, "talk_soon") == []


def test_nobody_is_reminded_of_what_is_cancelled(mentor, mentee):
    booking = booked(mentor, mentee)
    cancelling.cancel(booking, by=mentee)
    soon(booking)

    assert follow_up.remind() == 0


def test_nobody_is_asked_across_a_block_or_after_a_suspension(mentor, mentee):
    over(booked(mentor, mentee))
    Block.objects.create(by=mentee, whom=mentor)

    assert follow_up.ask() == 0


def test_no_mail_names_the_other_to_whom_is_discreet_or_says_what_about(mentor, mentee):
    booking = booked(mentor, mentee)
    soon(booking)
    follow_up.remind()
    over(booking)
    follow_up.ask()

    for member, other in ((mentor, mentee), (mentee, mentor)):
        assert len(mails(member)) == 3
        for mail in mails(member):
            said = mail.subject + mail.text + mail.html + mail.calendar
            assert other.name not in said and "seed catalogues" not in said and "meet.example" not in said


@pytest.fixture
def all_due(mentor, mentee, stranger):
    """A reminder, a question, a suspended one, a lapsed place on a waiting list, and what is old."""
    soon(booked(mentor, mentee))
    over(booked(factories.mentor().member, factories.member()))
    booked(factories.mentor().member, factories.member(is_active=True), hours=99)
    Booking.objects.last().mentor.__class__.objects.filter(pk=Booking.objects.last().mentor_id).update(
        is_active=False
    )
    old = offered(factories.mentor().member)
    ages_ago = timezone.now() - timedelta(days=40)
    Talk.objects.filter(pk=old.pk).update(starts_at=ages_ago, ends_at=ages_ago)
    ancient = booked(factories.mentor().member, factories.member())
    ages_ago -= timedelta(days=400)
    Talk.objects.filter(pk=ancient.talk_id).update(starts_at=ages_ago, ends_at=ages_ago)
    return old, ancient


def test_the_sweep_does_all_of_it_once(all_due, caplog):
    done = sweep.run()
    again = sweep.run()

    names = ("talks out of reach", "talks reminded of", "talks asked about", "waiting lists of talks")
    assert [done[name] for name in names] == [1, 1, 1, 0]
    assert [again[name] for name in names] == [0, 0, 0, 0]
    assert "failed" not in caplog.text


def run_retention():
    for rule in RETENTION:
        if rule.name.startswith("open_hours"):
            yield rule.run(timezone.now(), rule.after)


def test_what_is_old_goes(all_due):
    old, ancient = all_due
    [codes, touched] = list(run_retention())

    assert codes == [ancient.code] and touched == 2
    assert not Talk.objects.filter(pk=old.pk).exists()
    assert Talk.objects.get(pk=ancient.talk_id).__dict__["place"] == ""


@postgres
def test_the_login_of_the_worker_is_enough(all_due, mentor, caplog):
    make()
    with as_login("worker"):
        done = sweep.run()
        list(run_retention())

    assert done["talks reminded of"] == done["talks asked about"] == done["talks out of reach"] == 1
    assert "failed" not in caplog.text


@postgres
def test_the_worker_ends_what_is_ahead_of_somebody_who_leaves_and_follows_waiting_lists(
    mentor, mentee, caplog
):
    booking = booked(mentor, mentee)
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.AccountClosure.objects.update(due_at=timezone.now())
    day = TalkDay.objects.create(
        name="Day",
        on=timezone.localdate() + timedelta(days=5),
        zone="UTC",
        place="Hall",
        starts="10:00",
        ends="11:00",
    )
    talk = offered(mentor, hours=90)
    Talk.objects.filter(pk=talk.pk).update(day=day, table=1)
    TalkWait.objects.create(day=day, member=factories.member())
    make()
    with as_login("worker"):
        assert account_closure.finish_due_closures() == 1
        assert waiting.follow_waiting_lists() == 1

    assert Booking.objects.get(pk=booking.pk).status == BookingStatus.CANCELLED
    assert Talk.objects.get(pk=talk.pk).status == TalkStatus.RESERVED
    assert "failed" not in caplog.text
