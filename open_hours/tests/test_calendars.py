"""Product 69: booked talks stand in the private feed and in "Your meetings", with no more than is set."""

import pytest

import factories
from meetings.models import CalendarSettings
from open_hours.services import cancelling
from testing.pages import main_text
from testing.talks import ROOM, booked, mails

pytestmark = pytest.mark.django_db


def feed(client, member):
    secret = CalendarSettings.objects.get(member=member).feed_secret
    return client.get(f"/calendar/{secret}.ics").content.decode().replace("\r\n ", "")


@pytest.mark.parametrize("discreet", [True, False])
def test_the_feed_has_it_as_the_setting_says(discreet, client, mentor, mentee):
    for member in (mentor, mentee):
        CalendarSettings.objects.renew(member)
    CalendarSettings.objects.update(discreet=discreet)
    booking = booked(mentor, mentee)
    theirs, own = feed(client, mentor), feed(client, mentee)

    for text, other in ((theirs, mentee), (own, mentor)):
        assert text.count("BEGIN:VEVENT") == 1
        assert (other.name in text) != discreet and (ROOM in text) != discreet
        assert "seed catalogues" not in text
    invited = mails(mentor)[0].calendar.replace("\r\n ", "")
    assert (ROOM in invited) != discreet and (mentee.name in mails(mentor)[0].text) != discreet
    uid = next(line for line in invited.splitlines() if line.startswith("UID"))
    assert uid in theirs and uid not in own
    cancelling.cancel(booking, by=mentee)
    assert "BEGIN:VEVENT" not in feed(client, mentor)


def test_no_answer_is_asked_for_that_would_reach_nobody(mentor, mentee, settings):
    """Fault F4: with RSVP=TRUE programs offer a button, and a no by it was lost while its sender believed it said."""
    settings.CALENDAR_ADDRESS = "meetings@mentoring.example"
    booked(mentor, mentee)

    for member in (mentor, mentee):
        [invited] = mails(member, "talk_booked")
        assert "RSVP=FALSE" in invited.calendar.replace("\r\n ", "")
        assert "does not reach anyone" in invited.text


def test_a_feed_takes_the_same_statements_for_one_and_many(as_, mentor, statements):
    CalendarSettings.objects.renew(mentor)
    CalendarSettings.objects.update(discreet=False)
    address = f"/calendar/{CalendarSettings.objects.get().feed_secret}.ics"
    booked(mentor, factories.member(), hours=24)
    client = as_(mentor)
    before = statements(client, address)
    for number in range(20):
        booked(mentor, factories.member(), hours=30 + 2 * number)

    assert statements(client, address) == before
    assert client.get(address).content.count(b"LOCATION:") == 21


def test_your_meetings_names_it_with_a_way_to_it(as_, mentor, mentee, stranger):
    booking = booked(mentor, mentee)

    for member, other in ((mentor, mentee), (mentee, mentor)):
        page = as_(member).get("/meetings/")
        assert other.name in main_text(page) and booking.get_absolute_url() in page.content.decode()
    assert booking.get_absolute_url() not in as_(stranger).get("/meetings/").content.decode()


def test_a_mail_that_was_stopped_is_not_promised_and_a_calendar_is_cleared_all_the_same(as_, mentor, mentee):
    from mail import preferences

    booking = booked(mentor, mentee)
    preferences.choose_topics(mentor, [])
    page = main_text(as_(mentee).post(f"{booking.get_absolute_url()}cancel/", follow=True))

    assert "We’ll email you both" in page
    assert "METHOD:CANCEL" in mails(mentor)[-1].calendar
