"""Product 69: a member books a time without a courtship; one gets it, the other is told kindly."""

import pytest
from django.utils import timezone

import factories
from conduct.models import Block
from mentoring.lib.programme import numbers
from open_hours.models import Booking, BookingStatus, Talk, TalkStatus
from open_hours.services import booking as bookings
from open_hours.services.locking import Conflict
from profiles import moderation
from profiles.models import Member
from testing.pages import main_text
from testing.talks import ABOUT, ROOM, booked, mails, offered

pytestmark = pytest.mark.django_db
FORM = {"focus": "specific-skill", "about": ABOUT}


def sent(**typed):
    """What the form sends."""
    form = FORM | typed
    return {"focus": form["focus"], "talk_about": form["about"]}


def book(client, talk, **typed):
    return client.post(talk.get_absolute_url(), sent(**typed))


def test_a_member_books_and_both_get_the_invitation(as_, mentor, mentee):
    talk = offered(mentor)
    answer = as_(mentee).post(talk.get_absolute_url(), sent(), follow=True)

    assert "Booked. We’ll email you both the calendar invitation." in main_text(answer)
    assert ROOM in main_text(answer) and "Where would you begin?" in main_text(answer)
    booking = Booking.objects.get()
    assert (booking.mentor, booking.mentee, booking.status) == (mentor, mentee, BookingStatus.BOOKED)
    for member in (mentor, mentee):
        [mail] = mails(member)
        assert mail.kind == "open_hours/talk_booked" and "METHOD:REQUEST" in mail.calendar
        written = mail.subject + mail.text + mail.html + mail.calendar
        assert "seed catalogues" not in written and ROOM not in written


def test_the_mentor_reads_what_it_is_about_and_nobody_else_does(as_, mentor, mentee, stranger):
    booking = booked(mentor, mentee)

    assert "Where would you begin?" in main_text(as_(mentor).get(booking.get_absolute_url()))
    page = as_(stranger).get(booking.get_absolute_url())
    assert "no longer free" in main_text(page)
    for words in ("begin?", ROOM, mentee.name):
        assert words not in page.content.decode()


def test_whoever_is_late_is_told_kindly_keeps_their_words_and_sees_other_times(as_, mentor, mentee, stranger):
    talk = offered(mentor, focuses=["specific-skill"])
    other = offered(mentor, hours=72, focuses=["specific-skill"])
    elsewhere = offered(factories.mentor(name="Else Where").member, hours=80)
    offered(factories.mentor(name="Off Topic").member, hours=90, focuses=["leadership"])
    as_(stranger).get(talk.get_absolute_url())
    bookings.book(talk, by=mentee, **FORM)
    answer = book(as_(stranger), talk)

    page = main_text(answer)
    assert answer.status_code == 409 and "Someone else was quicker" in page
    assert answer.context["form"]["talk_about"].value() == ABOUT
    assert [one.pk for one in answer.context["same"]] == [other.pk]
    assert [one.pk for one in answer.context["others"]] == [elsewhere.pk]
    assert "Off Topic" not in page
    assert f'formaction="{other.get_absolute_url()}"' in answer.content.decode()
    assert book(as_(stranger), other).status_code == 302


def test_one_does_not_book_oneself(as_, mentor):
    talk = offered(mentor)
    book(as_(mentor), talk)
    with pytest.raises(bookings.CannotBook):
        bookings.book(talk, by=mentor, **FORM)

    assert Booking.objects.count() == 0


@pytest.mark.parametrize("by_mentor", [True, False])
def test_across_a_block_it_is_not_there(by_mentor, as_, mentor, mentee):
    talk = offered(mentor)
    two = (mentor, mentee) if by_mentor else (mentee, mentor)
    Block.objects.create(by=two[0], whom=two[1])

    assert as_(mentee).get(talk.get_absolute_url()).status_code == 404
    assert book(as_(mentee), talk).status_code == (409 if by_mentor else 404)
    assert Booking.objects.count() == 0
    assert talk.get_absolute_url() not in as_(mentee).get("/open-hours/").content.decode()
    with pytest.raises(bookings.TalkTaken):
        bookings.book(talk, by=mentee, **FORM)


def test_a_suspended_mentor_shows_and_gives_no_time(as_, mentor, mentee):
    talk = offered(mentor)
    moderation.suspend(mentor)
    answer = book(as_(mentee), talk)

    assert answer.status_code == 409 and Booking.objects.count() == 0
    assert as_(mentee).get(talk.get_absolute_url()).status_code == 404
    assert talk.get_absolute_url() not in as_(mentee).get("/open-hours/").content.decode()


def test_nobody_books_with_or_as_somebody_who_is_leaving(as_, mentor, mentee, stranger):
    talk = offered(mentor)
    Member.objects.filter(pk=mentee.pk).update(leaving_at=timezone.now())
    assert "set to close" in main_text(book(as_(mentee), talk))
    Member.objects.filter(pk=mentor.pk).update(leaving_at=timezone.now())

    assert book(as_(stranger), talk).status_code == 409
    assert Booking.objects.count() == 0


def test_one_talk_with_one_mentor_and_two_at_a_time(as_, mentor, mentee):
    booked(mentor, mentee)
    again = book(as_(mentee), offered(mentor, hours=90))
    assert again.status_code == 409 and "already booked a talk with" in main_text(again)
    assert numbers().talks_booked_at_once == 2
    assert book(as_(mentee), offered(factories.mentor().member, hours=100)).status_code == 302
    third = book(as_(mentee), offered(factories.mentor().member, hours=110))

    assert third.status_code == 409 and "as many talks as you can have" in main_text(third)
    assert third.context["form"]["talk_about"].value() == ABOUT


def test_not_two_at_the_same_time(as_, mentor, mentee):
    booked(mentor, mentee)
    answer = book(as_(mentee), offered(factories.mentor().member, hours=48.25))

    assert answer.status_code == 409 and "another talk at that time" in main_text(answer)


def test_a_double_click_books_once(as_, mentor, mentee):
    talk = offered(mentor)
    answers = [book(as_(mentee), talk) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Booking.objects.count() == 1 and len(mails(mentor)) == 1
    assert bookings.book(talk, by=mentee, **FORM).pk == Booking.objects.get().pk


def test_booked_and_cancelled_again_and_again_comes_to_an_end(mentor, mentee):
    from open_hours.services import cancelling

    talk = offered(mentor)
    for _turn in range(bookings.BOOKED_A_WEEK_WITH_ONE):
        cancelling.cancel(bookings.book(talk, by=mentee, **FORM), by=mentee)

    with pytest.raises(bookings.CannotBook, match="Wait a few days"):
        bookings.book(talk, by=mentee, **FORM)


def test_a_time_that_went_between_the_look_and_the_step_is_not_taken(mentor, mentee, monkeypatch):
    """Its mentor withdraws it at this very moment: the step names the state that was seen."""
    talk = offered(mentor)
    Talk.objects.filter(pk=talk.pk).update(status=TalkStatus.WITHDRAWN)
    monkeypatch.setattr(bookings, "_free_status", lambda *_args: TalkStatus.OPEN)

    with pytest.raises(bookings.TalkTaken):
        bookings.book(talk, by=mentee, **FORM)
    assert Booking.objects.count() == 0


def test_a_time_that_has_begun_is_gone(as_, mentor, mentee):
    talk = offered(mentor)
    Talk.objects.filter(pk=talk.pk).update(starts_at=timezone.now())

    gone = book(as_(mentee), talk)
    assert gone.status_code == 409 and "no longer free" in main_text(gone)
    assert gone.context["form"]["talk_about"].value() == ABOUT


def test_whoever_is_blocked_while_they_type_reads_what_whoever_is_late_reads(as_, mentor, mentee, stranger):
    talk = offered(mentor)
    bookings.book(talk, by=stranger, **FORM)
    late = main_text(book(as_(mentee), talk))
    Block.objects.create(by=mentor, whom=mentee)

    assert main_text(book(as_(mentee), talk)) == late and "What you wrote is still here" in late


@pytest.mark.parametrize(
    "typed", [{"about": ""}, {"about": "x" * 301}, {"focus": ""}, {"focus": "no-such"}, {"about": "\u200b"}]
)
def test_bad_input_is_refused_and_kept(typed, as_, mentor, mentee):
    talk = offered(mentor)
    answer = book(as_(mentee), talk, **typed)

    assert answer.status_code == 422 and Booking.objects.count() == 0
    talk.refresh_from_db(fields=["status"])
    assert talk.status == TalkStatus.OPEN


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_odd_words_are_shown_as_words(text, as_, mentor, mentee):
    talk = offered(mentor)
    answer = book(as_(mentee), talk, about=text)

    assert answer.status_code in (302, 422)
    page = as_(mentor).get(talk.get_absolute_url()).content.decode()
    assert "<img src=x" not in page and "<script>alert" not in page


def test_words_of_somebody_signed_out_are_handed_back(client, mentor):
    answer = client.post(offered(mentor).get_absolute_url(), sent(about=f"{ABOUT} And where next?"))

    assert answer.status_code == 403 and "Where would you begin?" in answer.content.decode()
    assert "what would you like to talk about?" in answer.content.decode()


def test_whoever_offers_a_time_then_is_not_in_two_places(as_, mentor):
    other = factories.mentor().member
    offered(mentor)
    answer = book(as_(mentor), offered(other, hours=48.25))
    assert answer.status_code == 409 and "Withdraw that time" in main_text(answer)
    assert answer.context["form"]["talk_about"].value() == ABOUT

    bookings.book(offered(other, hours=60), by=mentor, **FORM)
    with pytest.raises(Conflict, match="a talk you’ve booked"):
        offered(mentor, hours=60.25)
