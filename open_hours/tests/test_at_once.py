"""Product 69: booked twice at the same moment, one gets it. And other steps that two take at once."""

import factories
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus
from open_hours.services import afterwards, cancelling, offering
from open_hours.services import booking as bookings
from testing.talks import booked, mails, offered, over


def rows(booking):
    return Booking.objects.select_related("talk", "mentor", "mentee").get(pk=booking.pk)


def test_two_who_book_at_the_same_moment_one_gets_it(at_once):
    mentor = factories.mentor().member
    members = [factories.member() for _number in range(3)]
    talk = offered(mentor)
    jobs = [
        lambda by=by: bookings.book(Talk.objects.select_related("mentor").get(pk=talk.pk), by=by, **FORM)
        for by in members
    ]
    results = at_once(jobs)

    kinds = sorted(type(result).__name__ for result in results)
    assert kinds == ["Booking", "TalkTaken", "TalkTaken"]
    assert Booking.objects.filter(status=BookingStatus.BOOKED).count() == 1
    assert len(mails(mentor)) == 1


FORM = {"focus": "specific-skill", "about": "What first?"}


def test_one_member_books_two_of_one_mentor_at_once_and_gets_one(at_once):
    mentor, member = factories.mentor().member, factories.member()
    talks = offered(mentor, number=2)
    results = at_once([lambda talk=talk: bookings.book(talk, by=member, **FORM) for talk in talks])

    assert sorted(type(result).__name__ for result in results) == ["Booking", "CannotBook"]


def test_both_cancel_at_once_and_it_is_cancelled_once(at_once):
    mentor, member = factories.mentor().member, factories.member()
    booking = booked(mentor, member)
    at_once([lambda by=by: cancelling.cancel(rows(booking), by=by) for by in (mentor, member)])

    assert rows(booking).status == BookingStatus.CANCELLED
    assert len(mails(mentor)) == 2


def test_booked_while_it_is_withdrawn_is_one_or_the_other(at_once):
    mentor, member = factories.mentor().member, factories.member()
    talk = offered(mentor)
    at_once([lambda: bookings.book(talk, by=member, **FORM), lambda: offering.withdraw_talk(talk)])

    booked_now = Booking.objects.filter(status=BookingStatus.BOOKED).exists()
    assert Talk.objects.get().status == (TalkStatus.BOOKED if booked_now else TalkStatus.WITHDRAWN)


def test_two_yeses_at_once_begin_one_mentorship(at_once):
    mentor, member = factories.mentor().member, factories.member()
    booking = over(booked(mentor, member))
    results = at_once(
        [
            lambda by=by: afterwards.answer(rows(booking), by=by, happened=True, goes_on=True)
            for by in (mentor, member)
        ]
    )

    assert not [result for result in results if isinstance(result, Exception)]
    assert rows(booking).mentorship is not None
    assert [len(mails(by, "talk_led_on")) for by in (mentor, member)] == [1, 1]


def test_offered_twice_at_once_is_offered_once(at_once):
    mentor = factories.mentor().member
    results = at_once([lambda: offered(mentor)] * 2)

    assert not [result for result in results if isinstance(result, Exception)]
    assert Talk.objects.count() == 1
