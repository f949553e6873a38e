"""Product 69: a time that was kept for somebody who can no longer book it costs them no place on the waiting list."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from matching.blocking import block
from open_hours.models import Talk, TalkDay, TalkStatus, TalkWait, WaitStatus
from open_hours.services import booking as bookings
from open_hours.services import cancelling, days, waiting
from privacy import account_closure
from profiles import moderation, services
from testing.logins import as_login, postgres
from testing.logins import make as make_logins
from testing.pages import main_text
from testing.talks import mails

pytestmark = pytest.mark.django_db
FORM = {"focus": "specific-skill", "about": "What first?"}


@pytest.fixture
def day(db):
    on = timezone.localdate() + timedelta(days=10)
    where = {"name": "Day", "zone": "UTC", "place": "Hall", "minutes": 20}
    return TalkDay.objects.create(on=on, starts=time(10), ends=time(10, 20), **where)


@pytest.fixture
def kept(day, mentor, mentee, stranger):
    """The mentor's one time of the day, kept for the stranger; another member waits behind."""
    [talk] = days.take_table(day, mentor, table=1, first=0, last=0, focuses=[])
    booked = bookings.book(Talk.objects.select_related("mentor", "day").get(pk=talk.pk), by=mentee, **FORM)
    waiting.join(day, stranger, focus="")
    waiting.join(day, factories.member(name="Next Inline"), focus="")
    cancelling.cancel(booked, by=mentee)
    assert len(mails(stranger, "time_kept")) == 1
    return talk


def closed(mentor):
    account_closure.request_closure(mentor, leave_words=False)
    account_closure.finish_closure(account_closure.closure_of(mentor).pk)


GONE = {
    "paused": lambda mentor: services.pause(mentor.mentor_profile),
    "hidden": lambda mentor: moderation.hide(mentor.mentor_profile, reason="A check."),
    "suspended": moderation.suspend,
    "left": closed,
}


@pytest.mark.parametrize("how", GONE)
def test_they_wait_again_where_they_stood(how, day, kept, mentor, stranger):
    GONE[how](mentor)
    waiting.follow_waiting_lists()

    wait = TalkWait.objects.get(member=stranger)
    assert (wait.status, wait.talk, wait.until) == (WaitStatus.WAITING, None, None)
    assert wait.ahead_of_me() == 0 and waiting.follow_waiting_lists() == 0
    now = TalkStatus.WITHDRAWN if how == "left" else TalkStatus.OPEN
    assert Talk.objects.get().status == now
    other = factories.mentor().member
    days.take_table(day, other, table=2, first=0, last=0, focuses=[])
    assert len(mails(stranger, "time_kept")) == 2 and TalkWait.objects.filter(talk=None).count() == 1


@pytest.mark.parametrize("by_mentor", [True, False])
def test_a_block_gives_the_time_to_the_next_at_once(by_mentor, kept, mentor, stranger):
    block(*((mentor, stranger) if by_mentor else (stranger, mentor)))

    first, second = TalkWait.objects.order_by("pk")
    assert (first.status, second.status) == (WaitStatus.WAITING, WaitStatus.OFFERED)
    assert second.talk == kept and Talk.objects.get().status == TalkStatus.RESERVED
    assert not OutgoingMail.objects.waiting().filter(to=stranger, kind="open_hours/time_kept").exists()


def test_its_page_says_that_they_still_wait(day, kept, mentor, stranger, as_):
    services.pause(mentor.mentor_profile)
    waiting.follow_waiting_lists()

    assert "0 people are" in main_text(as_(stranger).get(day.get_absolute_url()))
    assert "Book the time" not in as_(stranger).get("/").content.decode()


@postgres
def test_the_workers_login_is_enough(kept, mentor, stranger, caplog):
    services.pause(mentor.mentor_profile)
    make_logins()
    with as_login("worker"):
        assert waiting.follow_waiting_lists() == 1

    assert TalkWait.objects.get(member=stranger).status == WaitStatus.WAITING and "failed" not in caplog.text
