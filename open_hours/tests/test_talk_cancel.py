"""Product 69: either cancels until it begins; the booker's time is free again, the mentor's is withdrawn."""

import pytest
from django.utils import timezone

from conduct.models import Block
from matching.blocking import block
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus
from open_hours.services import booking as bookings
from open_hours.services import cancelling, follow_up
from open_hours.services.locking import Conflict
from privacy import account_closure
from profiles import moderation
from testing.pages import main_text
from testing.talks import booked, mails, offered, over

pytestmark = pytest.mark.django_db


def status(booking):
    talk = Talk.objects.get(pk=booking.talk_id)
    return Booking.objects.get(pk=booking.pk).status, talk.status


@pytest.mark.parametrize("by_mentor", [True, False])
def test_the_other_gets_a_mail_that_takes_it_out_of_the_calendar(by_mentor, as_, mentor, mentee):
    booking = booked(mentor, mentee)
    by, other = (mentor, mentee) if by_mentor else (mentee, mentor)
    address = f"{booking.get_absolute_url()}cancel/"
    assert "Cancel this talk?" in main_text(as_(by).get(address))
    answer = as_(by).post(address, follow=True)

    assert "Talk cancelled. We’ll email you both a calendar update." in main_text(answer)
    assert status(booking) == (
        BookingStatus.CANCELLED,
        TalkStatus.WITHDRAWN if by_mentor else TalkStatus.OPEN,
    )
    invited, off = mails(other)
    assert off.kind == "open_hours/talk_cancelled" and "METHOD:CANCEL" in off.calendar
    uid = [line for line in invited.calendar.splitlines() if line.startswith("UID")]
    assert uid == [line for line in off.calendar.splitlines() if line.startswith("UID")]
    assert "SEQUENCE:0" in invited.calendar and "SEQUENCE:1" in off.calendar


def test_a_time_that_is_free_again_can_be_booked_by_another(mentor, mentee, stranger):
    booking = booked(mentor, mentee)
    cancelling.cancel(booking, by=mentee)
    talk = Talk.objects.get()

    assert bookings.book(talk, by=stranger, focus="leadership", about="Me too.").pk != booking.pk


def test_cancelled_twice_is_cancelled_once(as_, mentor, mentee):
    booking = booked(mentor, mentee)
    stale = Booking.objects.select_related("talk", "mentor", "mentee").get()
    cancelling.cancel(booking, by=mentee)

    with pytest.raises(Conflict):
        cancelling.cancel(stale, by=mentor)
    assert status(booking) == (BookingStatus.CANCELLED, TalkStatus.OPEN)
    assert len(mails(mentor)) == 2


def test_not_once_it_has_begun(as_, mentor, mentee):
    booking = over(booked(mentor, mentee))
    as_(mentee).post(f"{booking.get_absolute_url()}cancel/")

    assert status(booking) == (BookingStatus.BOOKED, TalkStatus.BOOKED)
    with pytest.raises(Conflict, match="already begun"):
        cancelling.cancel(booking, by=mentee)


def test_a_stranger_cancels_nothing(as_, mentor, mentee, stranger):
    booking = booked(mentor, mentee)

    assert as_(stranger).post(f"{booking.get_absolute_url()}cancel/").status_code == 404
    assert status(booking)[0] == BookingStatus.BOOKED


@pytest.mark.parametrize("by_mentor", [True, False])
def test_a_block_ends_it_without_saying_who(by_mentor, as_, mentor, mentee):
    booking = booked(mentor, mentee)
    by, whom = (mentor, mentee) if by_mentor else (mentee, mentor)
    answer = as_(by).post(f"{booking.get_absolute_url()}block/")

    assert answer.status_code == 302 and Block.objects.filter(by=by, whom=whom).exists()
    assert status(booking) == (BookingStatus.CANCELLED, TalkStatus.OPEN)
    off = mails(whom)[-1]
    assert "has been cancelled" in off.text and by.name not in off.subject + off.text
    assert "You cancelled" not in main_text(as_(by).get("/open-hours/mine/"))


def test_what_waits_to_be_asked_is_taken_back_by_a_block(mentor, mentee):
    booking = over(booked(mentor, mentee))
    follow_up.ask()
    assert len(mails(mentee, "talk_over")) == 1
    block(mentor, mentee)

    assert mails(mentee, "talk_over") == [] and status(booking)[0] == BookingStatus.BOOKED


def test_a_suspension_cancels_what_is_ahead(mentor, mentee):
    booking = booked(mentor, mentee)
    moderation.suspend(mentor)

    assert follow_up.close_out_of_reach() == 1 and follow_up.close_out_of_reach() == 0
    assert status(booking) == (BookingStatus.CANCELLED, TalkStatus.WITHDRAWN)
    assert mails(mentee)[-1].kind == "open_hours/talk_cancelled"


@pytest.mark.parametrize("leaver_is_mentor", [True, False])
def test_leaving_cancels_what_is_ahead_and_tells_the_other(leaver_is_mentor, mentor, mentee):
    booking = booked(mentor, mentee)
    free = offered(mentor, hours=96)
    leaver, other = (mentor, mentee) if leaver_is_mentor else (mentee, mentor)
    account_closure.request_closure(leaver, leave_words=False)
    account_closure.finish_closure(account_closure.closure_of(leaver).pk)

    now = TalkStatus.WITHDRAWN if leaver_is_mentor else TalkStatus.OPEN
    assert status(booking) == (BookingStatus.CANCELLED, now)
    assert mails(other)[-1].kind == "open_hours/talk_cancelled"
    free.refresh_from_db(fields=["status"])
    assert (free.status == TalkStatus.WITHDRAWN) == leaver_is_mentor
    read = Booking.objects.select_related("mentor", "mentee").get()
    assert timezone.now() and read.data_key(leaver.pk) is None
