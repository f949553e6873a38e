"""Product 69 in a browser: a mentor offers times, a member books one, both say yes afterwards, and a mentorship is there."""

from datetime import datetime, timedelta

import pytest

from trials.journeys.conftest import PHONE
from trials.journeys.test_first_request import mails_to, manage
from trials.journeys.test_meetings import wait_for_calendars

pytestmark = pytest.mark.browser
MENTOR, MEMBER = "priya-raghunathan@demo.example", "fiona-macaskill-reid@demo.example"
ABOUT = "Our reading room is empty by four.\nWhat would you try first?"
OVER = """
from datetime import timedelta
from django.utils import timezone
from open_hours.models import Booking, Talk
booking = Booking.objects.dates().latest("pk")
ended = timezone.now() - timedelta(hours=1)
Talk.objects.filter(pk=booking.talk_id).update(starts_at=ended - timedelta(minutes=30), ends_at=ended)
"""


@pytest.fixture(scope="module")
def two(browser, programme):
    from trials.journeys.conftest import Visitor

    mentor = Visitor(browser, programme).sign_in(MENTOR)
    member = Visitor(browser, programme, **PHONE).sign_in(MEMBER)
    yield mentor, member
    assert not mentor.trouble + member.trouble
    for visitor in (mentor, member):
        visitor.context.close()


def test_offered_booked_and_in_both_calendars(two, programme):
    mentor, member = two
    start = (datetime.now() + timedelta(days=6)).strftime("%Y-%m-%dT17:00")
    mentor.go("/open-hours/")
    mentor.page.get_by_role("main").get_by_role("link", name="Offer times").click()
    mentor.page.fill("[name=slot_0]", start)
    mentor.page.fill("[name=place]", "https://rooms.example/one-talk")
    mentor.press("Offer these times")
    assert "1 time offered." in mentor.text()

    member.go("/open-hours/")
    member.page.locator("li.talk", has_text="Priya").locator("a.talk-time").click()
    member.page.select_option("[name=focus]", "specific-skill")
    member.page.fill("[name=talk_about]", ABOUT)
    member.press("Book this time")
    assert "Booked." in member.text() and "rooms.example/one-talk" in member.text()
    mentor.go(member.page.url)
    assert "What would you try first?" in mentor.text()
    for address in (MENTOR, MEMBER):
        [*_earlier, (subject, calendar)] = wait_for_calendars(programme, address, 1)
        assert subject.startswith("Your talk is on") and "rooms.example" not in calendar.to_ical().decode()


def test_two_yeses_afterwards_begin_a_mentorship(two, programme):
    mentor, member = two
    address = member.page.url
    manage(programme, "shell", "-c", OVER)
    for visitor in (member, mentor):
        visitor.go(address)
        visitor.page.check("[name=happened][value=yes]")
        visitor.page.check("[name=goes_on][value=yes]")
        visitor.press("Send answer")
        said = "Your mentorship has begun" if visitor is mentor else "If you both say yes"
        assert said in visitor.text()

    assert "/mentorships/" in mentor.page.url
    member.go(mentor.page.url)
    assert "Priya" in member.text()
    for to in (MENTOR, MEMBER):
        programme.wait_until(
            lambda files, to=to: [
                mail for mail in mails_to(files, to) if "has begun" in str(mail["Subject"])
            ],
            f"no mail to {to}",
        )
